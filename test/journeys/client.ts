import { setTimeout as pause } from 'node:timers/promises'
import { type Reader, read } from '../html.ts'

export type Fields = Record<string, string | string[] | File>

interface Answer extends Reader {
  status: number
  location: string
}

/** A client without a window that retries while nobody answers, and sends a form again with the same key. */
export class Client {
  readonly #cookies = new Map<string, string>()

  constructor(
    private readonly address: () => string,
    private readonly patience = 600_000,
  ) {}

  async get(path: string): Promise<Answer> {
    return this.#ask(path, () => ({}))
  }

  post(path: string, fields: Fields): Promise<Answer> {
    return this.#ask(path, () => ({ method: 'POST', body: formData(fields) }))
  }

  /** Opens the page, fills in its form and sends it until a response arrives. */
  async send(path: string, fields: Fields = {}): Promise<Answer> {
    const page = await this.get(path)
    if (page.status !== 200 || !page.formAction) throw new Error(`${path}: ${page.status} ${page.says.slice(0, 200)}`)
    return this.post(page.formAction, { ...page.formValues, ...fields })
  }

  async #ask(path: string, init: () => RequestInit): Promise<Answer> {
    const until = Date.now() + this.patience
    for (;;) {
      try {
        return await this.#once(path, init())
      } catch (error) {
        if (Date.now() > until) throw new Error(`${path} was never answered`, { cause: error })
        await pause(40)
      }
    }
  }

  async #once(path: string, init: RequestInit): Promise<Answer> {
    const headers = {
      origin: this.address(),
      connection: 'close',
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    }
    const response = await fetch(new URL(path, this.address()), { ...init, headers, redirect: 'manual' })
    const text = await response.text()
    if (response.status >= 500) throw new Error(`${response.status} ${text.slice(0, 300)}`)
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name!, value!)
    }
    const location = response.headers.get('location')
    const to = location ? new URL(location, this.address()) : undefined
    return Object.assign(read(text), { status: response.status, location: to ? to.pathname : '' })
  }
}

function formData(fields: Fields): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  return body
}
