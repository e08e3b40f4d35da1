import { startSession } from '../src/modules/accounts/index.ts'
import { sessionCookie } from '../src/platform/web/session-cookie.ts'
import { type Reader, read } from './html.ts'
import type { World } from './world.ts'

/** A response, with the page in it. */
export interface Answer extends Reader {
  status: number
  headers: Headers
  location: string | null
  text: string
  bytes: Uint8Array
}

/** A browser in the test's own process: it keeps cookies, fills in forms, and follows redirects on request. */
export interface Browser {
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  /**
   * Opens the page, fills in its form (other values stay) and sends it, twice where a letter is shown first. `act` is the
   * button, if not the first.
   */
  fill(url: string, values?: Record<string, string | string[] | File | File[]>, act?: string): Promise<Answer>
  /** Sends a form exactly as given, without our pages. */
  post(
    url: string,
    values: Record<string, string | string[] | File | File[]>,
    headers?: Record<string, string>,
  ): Promise<Answer>
  follow(answer: Answer): Promise<Answer>
  cookies: Map<string, string>
}

const origin = 'http://localhost:3000'

/** Opens a browser, signed in as an account, or as a guest for null. The session is a real one. */
export function browse(world: World, accountId: string | null): Browser {
  const cookies = new Map<string, string>()
  let signedIn: Promise<void> | undefined

  const signIn = async () => {
    if (!accountId) return
    const account = { id: accountId, must_have_second_factor: false }
    const token = await world.doors.house.run((db) => startSession(db, account, { second_factor: true }, world.now))
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(sessionCookie(origin).write(token))!
    cookies.set(name!, value!)
  }

  const request = async (url: string, init: RequestInit = {}): Promise<Answer> => {
    signedIn ??= signIn()
    await signedIn
    const headers = new Headers(init.headers)
    if (cookies.size) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('host', 'localhost:3000')
    const response = await world.app.app.request(origin + url, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value === '') cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const html = response.headers.get('content-type')?.includes('text/html') ? text : ''
    return Object.assign(read(html), {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location'),
      text,
      bytes,
    })
  }

  const browser: Browser = {
    cookies,
    get: (url, headers) => request(url, { headers }),
    post: (url, values, headers = {}) =>
      request(url, { method: 'POST', body: bodyOf(values), headers: { origin, ...headers } }),
    async fill(url, values = {}, act) {
      const page = await browser.get(url)
      if (page.status !== 200) return page
      if (Object.values(values).some((value) => value instanceof File) && !page.formTakesFiles)
        throw new Error(`A browser would send no file from the form of ${url}.`)
      const pressed: Record<string, string> = act ? { _act: act } : {}
      const answer = await browser.post(page.formAction ?? url, { ...page.formValues, ...values, ...pressed })
      // The first sending shows the letter; the reader agrees by sending the form again.
      return answer.formValues._letter
        ? browser.post(answer.formAction ?? url, { ...answer.formValues, ...pressed })
        : answer
    },
    follow: (answer) => browser.get(answer.location!.replace(origin, '')),
  }
  return browser
}

function bodyOf(values: Record<string, string | string[] | File | File[]>): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  }
  return body
}
