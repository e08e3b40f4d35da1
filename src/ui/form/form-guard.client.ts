/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { timeLabel } from '../../platform/time/index.ts'
import { inMegabytes, maxFilesTogether } from '../../platform/uploads/limits.ts'
import { dropDraft, filesOf, keepDraft, offerDraft } from './drafts.client.ts'

const waitAfterTyping = 4_000
// Long enough in milliseconds for the pressed button, which took the focus from the field, to send the form itself.
const waitAfterField = 300
const waitBeforeKeeping = 800
const tryAgainAfter = 20_000
const letGoAfter = 15_000
// In bytes: browsers send 64 kB, headers included, for a page that is closed.
const mostAfterLeaving = 60_000

type Outcome = 'saved' | 'offline' | 'away' | 'signed-out' | 'refused'

const NO_NETWORK = 'ネットワークにつながらないため、'

/**
 * Keeps what is typed in the browser until it has arrived, sends a form once, saves drafts after each field and on leaving,
 * and warns before unsaved words are lost.
 */
class FormGuard extends HTMLElement {
  #form!: HTMLFormElement
  #sending = false
  #unsaved = false
  #kept = false
  #last: Outcome = 'saved'
  #left = false
  #saving: Promise<void> | undefined
  #timer = 0
  #keeping = 0
  /** The button that was pressed in vain. */
  #pressed: HTMLElement | null = null

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    this.#form = form
    offerDraft(form)
    form.addEventListener('submit', (event) => this.#send(event))
    form.addEventListener('input', () => this.#typed(waitAfterTyping))
    form.addEventListener('change', () => this.#typed(waitAfterField))
    window.addEventListener('online', () => this.#comeOnline())
    window.addEventListener('pageshow', (event) => event.persisted && this.#comeBack())
    window.addEventListener('pagehide', () => this.#leave())
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#leave())
    window.addEventListener('beforeunload', (event) => this.#wouldLose() && event.preventDefault())
  }

  get #autosaves() {
    return this.dataset.autosave !== undefined
  }

  #wouldLose() {
    return this.#unsaved && !this.#sending && (this.#last !== 'saved' || !this.#autosaves)
  }

  /** On a telephone people switch away from a page, and the browser may never resume it. */
  #leave() {
    if (this.#unsaved) this.#keep()
    if (!this.#autosaves || !this.#unsaved || this.#sending || this.#saving) return
    this.#left = true
    this.#saveNow()
  }

  /** The restored page is older than the draft saved on leaving, so its next saving would conflict with that draft. */
  #comeBack() {
    if (this.#left) location.reload()
    else this.#letGo()
  }

  #comeOnline() {
    if (this.#autosaves && this.#unsaved) this.#saveNow()
    if (this.#pressed) this.#say(`つながりました。「${this.#pressed.textContent?.trim()}」を押すと送れます。`)
  }

  #send(event: SubmitEvent) {
    if (this.#sending) return event.preventDefault()
    clearTimeout(this.#timer)
    if (this.#saving) {
      // A saving draft changes the revision; to send now would conflict with it.
      event.preventDefault()
      void this.#saving.then(() => this.#form.requestSubmit(event.submitter))
      return
    }
    if (this.#cannotSend(event.submitter)) return event.preventDefault()
    keepDraft(this.#form, { tried: true })
    this.#sending = true
    this.#press('true')
    setTimeout(() => this.#letGo(), letGoAfter)
  }

  /** Says why a form would be lost on its way; its words stay where they are. */
  #cannotSend(button: HTMLElement | null): boolean {
    const bytes = filesOf(this.#form).reduce((sum, { size }) => sum + size, 0)
    if (bytes > maxFilesTogether) {
      const most = inMegabytes(maxFilesTogether)
      this.#say(
        `ファイルが合わせて${inMegabytes(bytes)}あります。一度に送れるのは${most}までです。減らしてからお送りください。`,
      )
      return true
    }
    if (navigator.onLine) return false
    this.#pressed = button
    this.#keep()
    this.#say(
      `${NO_NETWORK}送れませんでした。${this.#whereKept()}つながったら、「${button?.textContent?.trim()}」を押してください。`,
    )
    return true
  }

  #letGo() {
    this.#sending = false
    this.#press('false')
  }

  #press(pressed: string) {
    for (const button of this.#form.querySelectorAll('button')) button.setAttribute('aria-disabled', pressed)
  }

  #typed(wait: number) {
    this.#unsaved = true
    clearTimeout(this.#keeping)
    this.#keeping = window.setTimeout(() => this.#keep(), waitBeforeKeeping)
    if (this.#autosaves) this.#saveAfter(wait)
  }

  #keep() {
    clearTimeout(this.#keeping)
    this.#kept = keepDraft(this.#form)
  }

  #saveAfter(wait: number) {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#saveNow(), wait)
  }

  #saveNow() {
    clearTimeout(this.#timer)
    if (this.#saving) return this.#saveAfter(waitAfterField)
    this.#saving = this.#save().finally(() => {
      this.#saving = undefined
    })
  }

  async #save() {
    this.#unsaved = false
    this.#last = await this.#post().catch(() => 'offline' as const)
    if (this.#last !== 'saved') {
      this.#unsaved = true
      this.#keep()
    } else if (this.#unsaved) this.#keep()
    else this.#arrived()
    if (this.#last === 'offline' || this.#last === 'away') this.#saveAfter(tryAgainAfter)
    this.#say(this.#sentence())
  }

  #arrived() {
    clearTimeout(this.#keeping)
    dropDraft(this.#form)
    if (document.visibilityState === 'visible') this.#left = false
  }

  #sentence(): string {
    const save = this.#form.querySelector('button[value="save"]')?.textContent?.trim() ?? '保存'
    const sentences: Record<Outcome, string> = {
      saved: `${timeLabel(new Date())}に下書きを保存しました。`,
      offline: `${NO_NETWORK}まだ保存できていません。${this.#whereKept()}つながったら、自動で保存します。`,
      away: `システムの一部が止まっているため、まだ保存できていません。${this.#whereKept()}動きはじめたら、自動で保存します。`,
      'signed-out': `自動では保存できませんでした。サインインが切れています。「${save}」を押してサインインすると、書いた内容のまま続けられます。`,
      refused: `自動では保存できませんでした。「${save}」を押すと、理由が分かります。`,
    }
    return sentences[this.#last]
  }

  #whereKept = () =>
    this.#kept
      ? '書いた内容は、この端末に残してあります。'
      : '書いた内容は、この画面にあります。閉じずにお待ちください。'

  /** Saved only if the response is this form without errors: a sign-in page or a refusal is no save. */
  async #post(): Promise<Outcome> {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(this.#form)) if (typeof value === 'string') body.append(name, value)
    body.set('_act', 'save')
    const keepalive = body.toString().length < mostAfterLeaving
    const answer = await fetch(this.#form.action, { method: 'POST', body, keepalive })
    if (answer.status === 503) return 'away'
    if (answer.redirected && new URL(answer.url).pathname.startsWith('/sign-in')) return 'signed-out'
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const path = new URL(this.#form.action).pathname
    const again = [...page.forms].find((form) => new URL(form.action, location.href).pathname === path)
    if (!answer.ok || !again || again.querySelector('.error-summary')) return 'refused'
    for (const name of ['_revision', '_key', '_csrf']) this.#renew(name, again)
    return 'saved'
  }

  #renew(name: string, from: HTMLFormElement) {
    const [mine, fresh] = [this.#form, from].map((form) =>
      form.querySelector<HTMLInputElement>(`input[name="${name}"]`),
    )
    if (mine && fresh) mine.value = fresh.value
  }

  #say(words: string) {
    const state = this.querySelector('.save-state')
    if (state) state.textContent = words
  }
}

customElements.define('form-guard', FormGuard)
