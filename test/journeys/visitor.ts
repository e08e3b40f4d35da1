import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** How somebody comes: with which window, with script or without, with or without a mouse. */
export interface Given {
  width?: 320 | 1280
  script?: boolean
  keyboard?: boolean
}

export interface Settings extends Given {
  address: string
  troubles: string[]
  looked: Set<string>
}

export type Value = string | string[] | { name: string; type: string; text: string }

interface FieldSeen {
  id: string
  name: string
  tag: string
  type: string
  date: boolean
  numeric: boolean
  most: number
  options: string[]
}

/** A person before a screen. Every page they come to is looked over: who was asked, what went wrong, whether it fits. */
export class Visitor {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly settings: Settings,
  ) {}

  static async arrive(browser: Browser, settings: Settings): Promise<Visitor> {
    const { width = 1280, script = true } = settings
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled: script,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
    })
    context.setDefaultTimeout(15_000)
    const visitor = new Visitor(await context.newPage(), context, settings)
    visitor.#listen()
    return visitor
  }

  #listen() {
    const { address, troubles } = this.settings
    this.context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url))
        troubles.push(`asked another host: ${url}`)
    })
    this.context.on('response', (response) => {
      if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`)
    })
    this.page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
    this.page.on('console', (message) => {
      // A form that comes back with its sentences answers 422 or 409, which the browser itself calls an error.
      if (message.type() === 'error' && !/status of (403|404|409|422)/.test(message.text()))
        troubles.push(`console on ${this.page.url()}: ${message.text()}`)
    })
  }

  async beInDemonstration(email: string): Promise<void> {
    await this.open('/sign-in')
    await this.#act(this.page.locator(`button[name=email][value="${email}"]`))
  }

  /** Goes to an address of the town and looks the page over. */
  async open(path: string): Promise<number> {
    const response = await this.page.goto(new URL(path, this.settings.address).href)
    await this.#lookOver()
    return response!.status()
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }

  heading(): Promise<string> {
    return this.page.locator('h1').evaluate(wordsOf)
  }

  says(): Promise<string> {
    return this.page.locator('main').evaluate(wordsOf)
  }

  /** Follows the link of the page's main part that says this. */
  async follow(words: string): Promise<void> {
    await this.#act(this.page.locator('main').getByRole('link', { name: words, exact: true }).first())
  }

  /** Presses the button that says this. */
  async press(words: string): Promise<void> {
    await this.#act(this.page.locator('main').getByRole('button', { name: words, exact: true }).last())
  }

  /** Whether the page offers this link or button. */
  async offers(words: string): Promise<boolean> {
    const main = this.page.locator('main')
    const both = main
      .getByRole('link', { name: words, exact: true })
      .or(main.getByRole('button', { name: words, exact: true }))
    return (await both.count()) > 0
  }

  async #act(target: Locator): Promise<void> {
    const leaves = this.page.waitForNavigation({ waitUntil: 'load' })
    if (this.settings.keyboard) {
      await this.#reach(target)
      await this.page.keyboard.press('Enter')
    } else await target.click()
    await leaves
    await this.#lookOver()
  }

  /** With Tab alone, as somebody without a mouse does. */
  async #reach(target: Locator): Promise<void> {
    const wanted = await target.elementHandle()
    for (let step = 0; step < 600; step++) {
      if (await this.page.evaluate((one) => document.activeElement === one, wanted)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${target}`)
  }

  /** Fills in fields by their names. */
  async fill(values: Record<string, Value>): Promise<void> {
    const fields = await this.fields()
    for (const [name, value] of Object.entries(values)) {
      const named = fields.filter((one) => one.name === name)
      expect([name, named.length > 0]).toEqual([name, true])
      await this.#put(named, value)
    }
  }

  /** Fills in whatever the page asks for, with something that fits; what is given by name goes first. */
  async fillEverything(given: Record<string, Value> = {}): Promise<void> {
    const seen = new Set<string>()
    for (const field of await this.fields()) {
      if (seen.has(field.name) || !field.name || field.name === 'remove') continue
      seen.add(field.name)
      const same = (await this.fields()).filter((one) => one.name === field.name)
      const value = given[field.name] ?? (await this.#fitting(field))
      if (value !== undefined) await this.#put(same, value)
    }
  }

  async #fitting(field: FieldSeen): Promise<Value | undefined> {
    if (field.type === 'file') return letter('添付')
    if (field.type === 'radio' || field.type === 'checkbox') return field.options[0]
    if (field.tag === 'select') return field.options.find((one) => one !== '')
    if (field.date) return '令和9年4月1日'
    if (field.numeric) return '24000'
    const words =
      field.tag === 'textarea'
        ? '川べりの花壇を、近くに住む人と学校と市で手入れします。\n週に一度、水やりと草取りをします。'
        : '川べりの花壇の手入れ'
    return words.slice(0, field.most)
  }

  /** The fields of the page's form, in their order. */
  fields(): Promise<FieldSeen[]> {
    return this.page.locator('main form').evaluateAll((forms) => {
      const form = forms.filter((one) => (one as HTMLFormElement).method === 'post').at(-1) as HTMLFormElement
      const all = [...(form?.elements ?? [])] as HTMLInputElement[]
      return all
        .filter((one) => /^(input|select|textarea)$/i.test(one.tagName) && !one.disabled)
        .filter((one) => !['hidden', 'submit', 'button'].includes(one.type))
        .map((one) => ({
          id: one.id,
          name: one.name,
          tag: one.tagName.toLowerCase(),
          type: one.type,
          date: Boolean(one.closest('date-reading')),
          numeric: one.inputMode === 'numeric',
          most: one.maxLength > 0 ? one.maxLength : 1000,
          options:
            one.tagName === 'SELECT'
              ? [...(one as unknown as HTMLSelectElement).options].map((option) => option.value)
              : [one.value],
        }))
    })
  }

  async #put(named: FieldSeen[], value: Value): Promise<void> {
    const [first] = named as [FieldSeen]
    const at = (field: FieldSeen) => this.page.locator(`[id="${field.id}"]`)
    if (first.type === 'radio' || first.type === 'checkbox') {
      for (const wanted of [value].flat()) await this.#choose(at, named, wanted as string)
    } else if (first.type === 'file') {
      const { name, type, text } = value as Exclude<Value, string | string[]>
      await at(first).setInputFiles({ name, mimeType: type, buffer: Buffer.from(text) })
    } else if (first.tag === 'select') await this.#select(at(first), first, value as string)
    else if (this.settings.keyboard) {
      await this.#reach(at(first))
      await this.page.keyboard.press('ControlOrMeta+a')
      await this.page.keyboard.insertText(value as string)
    } else await at(first).fill(value as string)
  }

  async #choose(at: (field: FieldSeen) => Locator, named: FieldSeen[], wanted: string): Promise<void> {
    const field = named.find((one) => one.options[0] === wanted)
    if (!field) throw new Error(`${named[0]!.name} does not offer ${wanted}`)
    if (!this.settings.keyboard) return at(field).check({ force: true })
    if (field.type === 'radio') {
      // Arrows move within a group; Tab comes to its first or chosen button only.
      await at(field).focus()
      await this.page.keyboard.press('Space')
    } else {
      await this.#reach(at(field))
      if (!(await at(field).isChecked())) await this.page.keyboard.press('Space')
    }
    expect(await at(field).isChecked()).toBe(true)
  }

  async #select(select: Locator, { options }: FieldSeen, wanted: string): Promise<void> {
    if (!this.settings.keyboard) {
      await select.selectOption(wanted)
      return
    }
    await this.#reach(select)
    await this.page.keyboard.press('Home')
    for (let step = options.indexOf(wanted); step > 0; step--) await this.page.keyboard.press('ArrowDown')
    expect(await select.inputValue()).toBe(wanted)
  }

  async #lookOver(): Promise<void> {
    const { troubles, width = 1280, script = true, looked } = this.settings
    const where = `${width} ${this.path.replace(/[rh]\d+-[a-z]+-\d+|[0-9a-f]{8}-[0-9a-f-]{27}/g, ':ref')}`
    const wide = await this.page.evaluate(() => {
      const room = document.documentElement.clientWidth
      if (document.documentElement.scrollWidth <= room) return undefined
      const all = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > room)
      return all.at(-1)?.outerHTML.slice(0, 200) ?? 'the page'
    })
    if (wide) troubles.push(`${where} is wider than its window: ${wide}`)
    if (!script || looked.has(where)) return
    looked.add(where)
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .setLegacyMode()
      .analyze()
    for (const { id, nodes } of violations) troubles.push(`${where} axe ${id}: ${nodes[0]!.html.slice(0, 200)}`)
  }

  /** The page as it would come out of the printer. */
  async print(): Promise<Buffer> {
    return this.page.pdf({ format: 'A4' })
  }

  leave(): Promise<void> {
    return this.context.close()
  }
}

/** A small PDF, as a scanner makes it. */
export function letter(name: string): Exclude<Value, string | string[]> {
  return {
    name: `${name}.pdf`,
    type: 'application/pdf',
    text: '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  }
}

/** What an element says, blanks folded. */
export const wordsOf = (one: Element) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()
