/** The cookie that carries the session's token; over https under a name that browsers bind to this very host. */
export interface SessionCookie {
  name: string
  /** The token a browser sent, if it has the shape of one. */
  read(header: string | undefined): string | undefined
  /** The header that puts a token into the browser, or takes it out. */
  write(token: string | null): string
}

/** `sessionCookie(env.PUBLIC_URL)` */
export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-session' : 'session'
  const found = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})(?:;|$)`)
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    name,
    read: (header) => (header ? found.exec(header)?.[1] : undefined),
    // Four hundred days is what browsers allow; the server ends the session long before.
    write: (token) => `${name}=${token ?? ''}; ${attributes}; Max-Age=${token ? 400 * 86_400 : 0}`,
  }
}
