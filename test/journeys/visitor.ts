import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { textOfPdf } from '../pdf-text.ts'
import { type FieldSeen, fieldsOf, lookOver, wordsOf } from './looking.ts'

/** A visitor's window, with or without script, with or without a mouse. */
export interface Given {
  width?: 320 | 1280
  script?: boolean
  keyboard?: boolean
}

/** Each pair has both widths, with script and without; the two together have all four combinations. */
export const crossings: [string, Given][][] = [
  [
    ['with a wide window and script', { width: 1280, script: true }],
    ['on a telephone without script', { width: 320, script: false }],
  ],
  [
    ['on a telephone with script', { width: 320, script: true }],
    ['with a wide window without script', { width: 1280, script: false }],
  ],
]

export interface Settings extends Given {
  address: string
  troubles: string[]
}

export type Value = string | string[] | { name: string; type: string; text: string }

/** A button of a form. */
interface Posting {
  form: { submit(): void }
}

/** A person before a screen. Every page they visit is checked: requests to other hosts, errors, width. */
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
    context.setDefaultTimeout(120_000)
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
      // A refused form answers 422 or 409, which the browser reports as an error.
      if (message.type() === 'error' && !/status of (403|404|409|422)/.test(message.text()))
        troubles.push(`console on ${this.page.url()}: ${message.text()}`)
    })
  }

  async beInDemonstration(email: string): Promise<void> {
    await this.open('/sign-in')
    await this.choosePerson(email)
  }

  /** Becomes a person of the demonstration, on the present page. */
  async choosePerson(email: string): Promise<void> {
    const person = this.page.locator(`button[name=email][value="${email}"]`)
    if (!(await person.isVisible())) await this.#unfold(person)
    await this.#act(person)
  }

  /** Uses the button in the person's menu. */
  async signOut(): Promise<void> {
    const out = this.page.locator('form[action="/sign-out"] button').first()
    if (!(await out.isVisible())) await this.#unfold(out)
    await this.#act(out)
  }

  /** Opens an address of the town and checks the page. */
  async open(path: string): Promise<number> {
    const response = await this.page.goto(new URL(path, this.settings.address).href)
    await this.#lookOver()
    return response!.status()
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }

  get search(): string {
    return new URL(this.page.url()).search
  }

  async has(name: string): Promise<boolean> {
    return (await this.fields()).some((one) => one.name === name)
  }

  /** The number of links in the main part whose address contains this. */
  cards(part: string): Promise<number> {
    return this.page.locator(`main a[href*="${part}"]`).count()
  }

  /** Follows the first of those links. */
  followCard(part: string): Promise<void> {
    return this.#act(this.page.locator(`main a[href*="${part}"]`).first())
  }

  heading(): Promise<string> {
    return wordsOf(this.page.locator('h1'))
  }

  says(): Promise<string> {
    return wordsOf(this.page.locator('main'))
  }

  /** Follows the link with these words in the main part. */
  async follow(words: string | RegExp): Promise<void> {
    await this.#act(this.page.locator('main').getByRole('link', { name: words, exact: true }).first())
  }

  /** Presses the button with these words. */
  async press(words: string | RegExp): Promise<void> {
    await this.#act(this.page.locator('main').getByRole('button', { name: words, exact: true }).last())
  }

  /** Presses a button that adds a row: by script on the page as it is, without it on the page that answers. */
  async addRow(words: RegExp): Promise<void> {
    const before = (await this.fields()).length
    await this.page.locator('main').getByRole('button', { name: words }).first().click()
    await expect.poll(async () => (await this.fields()).length).toBeGreaterThan(before)
  }

  /** Presses twice, as an impatient person does. */
  async pressTwice(words: string): Promise<void> {
    const target = this.page.locator('main').getByRole('button', { name: words, exact: true }).last()
    // The second press may take the place of the first one's answer, which is then aborted.
    const aborted = (error: Error) => {
      if (!error.message.includes('ERR_ABORTED')) throw error
    }
    const moved = this.page.waitForNavigation({ waitUntil: 'load' }).catch(aborted)
    await Promise.all([moved, target.dblclick({ noWaitAfter: true })])
    await this.page.waitForLoadState('load')
    await this.page.waitForLoadState('networkidle')
    await this.#lookOver()
  }

  /** Follows the link in the row (or other part) about this. */
  followIn(part: string, about: string): Promise<void> {
    return this.#act(this.page.locator('main').locator(part).filter({ hasText: about }).getByRole('link').first())
  }

  valueOf(name: string): Promise<string> {
    return this.page.locator(`main [name="${name}"]`).first().inputValue()
  }

  /** Signs out in another tab of the same browser and restores the old cookie, as after a session has run out. */
  async endSessionElsewhere(): Promise<void> {
    const cookies = await this.context.cookies()
    const other = await this.context.newPage()
    await other.goto(`${this.settings.address}/me`)
    const out = other.locator('form[action="/sign-out"] button')
    await Promise.all([
      other.waitForNavigation({ waitUntil: 'load' }),
      out.evaluate((one) => (one as unknown as Posting).form.submit()),
    ])
    await other.close()
    await this.context.addCookies(cookies)
  }

  /** Whether the page has this link or button. */
  async offers(words: string | RegExp): Promise<boolean> {
    const main = this.page.locator('main')
    const both = main
      .getByRole('link', { name: words, exact: true })
      .or(main.getByRole('button', { name: words, exact: true }))
    return (await both.count()) > 0
  }

  async #act(target: Locator): Promise<void> {
    if (!(await target.count())) {
      const refused = await this.page.locator('.error-summary').allTextContents()
      throw new Error(`${target} is not on ${this.path}: ${refused.join(' ')} ${await this.says()}`)
    }
    const go = async () => {
      if (!this.settings.keyboard) return target.click()
      await this.#reach(target)
      await this.page.keyboard.press('Enter')
    }
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), go()])
    await this.#lookOver()
  }

  /** Opens every fold around an element. */
  async #unfold(inside: Locator): Promise<void> {
    const folds = this.page.locator('details:not([open])').filter({ has: inside })
    for (let left = await folds.count(); left > 0; left--) {
      const summary = folds.first().locator('summary').first()
      if (this.settings.keyboard) {
        await this.#reach(summary)
        await this.page.keyboard.press('Enter')
      } else await summary.click()
    }
  }

  /** By Tab alone, as a person without a mouse does. */
  async #reach(target: Locator): Promise<void> {
    for (let step = 0; step < 600; step++) {
      if (await target.evaluateAll((all) => all.some((one) => one.matches(':focus')))) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${target}`)
  }

  async fill(values: Record<string, Value>): Promise<void> {
    const fields = await this.fields()
    for (const [name, value] of Object.entries(values)) {
      const named = fields.filter((one) => one.name === name)
      expect([name, named.length > 0]).toEqual([name, true])
      await this.#put(named, value)
    }
  }

  /** Fills in every empty field with a fitting value; the given ones go first. */
  async fillEverything(given: Record<string, Value> = {}, leave = /^remove$/): Promise<void> {
    const fields = await this.fields()
    for (const name of new Set(fields.map((one) => one.name))) {
      const same = fields.filter((one) => one.name === name)
      if (!name || (!given[name] && (leave.test(name) || same.some(({ filled }) => filled)))) continue
      const value = given[name] ?? this.#fitting(same[0]!)
      if (value !== undefined) await this.#put(same, value)
    }
  }

  #fitting(field: FieldSeen): Value | undefined {
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
    return fieldsOf(this.page)
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
      // Tab reaches one button of a group; arrows choose among them.
      await this.#reach(this.page.locator(`input[type=radio][name="${field.name}"]:focus`))
      await this.page.keyboard.press('Space')
      for (const _ of named) if (!(await at(field).isChecked())) await this.page.keyboard.press('ArrowDown')
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

  #lookOver(): Promise<void> {
    return lookOver(this.page, this.settings)
  }

  /** The text of the PDF at an address, without blanks, as this person gets it. */
  async paper(path: string): Promise<string> {
    const response = await this.context.request.get(new URL(path, this.settings.address).href)
    expect([path, response.status(), response.headers()['content-type']]).toEqual([path, 200, 'application/pdf'])
    return textOfPdf(await response.body()).replace(/\s/g, '')
  }

  /** The page as printed. */
  async print(): Promise<Buffer> {
    return this.page.pdf({ format: 'A4' })
  }

  leave(): Promise<void> {
    return this.context.close()
  }
}

/** A small PDF, as from a scanner. */
export function letter(name: string): Exclude<Value, string | string[]> {
  return {
    name: `${name}.pdf`,
    type: 'application/pdf',
    text: '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  }
}
