/** The cookie of the session's token; over https with a prefix that binds it to this very host. */
export interface SessionCookie {
  name: string
  /** The token in a cookie header, if it has the shape of one. */
  read(header: string | undefined): string | undefined
  /** The Set-Cookie header for a token; null removes it. */
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
    // Browsers allow four hundred days; the server ends the session long before.
    write: (token) => `${name}=${token ?? ''}; ${attributes}; Max-Age=${token ? 400 * 86_400 : 0}`,
  }
}
