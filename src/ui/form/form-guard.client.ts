/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { timeLabel } from '../../platform/time/index.ts'

const waitAfterTyping = 4_000
// Long enough in milliseconds for the pressed button, which took the focus from the field, to send the form itself.
const waitAfterField = 300
const letGoAfter = 15_000
// In bytes: browsers send 64 kB, headers included, for a page that is closed.
const mostAfterLeaving = 60_000

/** Sends a form once, saves drafts after each field and on leaving, and warns before unsaved words are lost. */
class FormGuard extends HTMLElement {
  #form!: HTMLFormElement
  #sending = false
  #unsaved = false
  #failed = false
  #left = false
  #saving: Promise<void> | undefined
  #timer = 0

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    this.#form = form
    form.addEventListener('submit', (event) => this.#send(event))
    form.addEventListener('input', () => this.#typed(waitAfterTyping))
    form.addEventListener('change', () => this.#typed(waitAfterField))
    window.addEventListener('pageshow', (event) => event.persisted && this.#comeBack())
    window.addEventListener('pagehide', () => this.#leave())
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#leave())
    window.addEventListener('beforeunload', (event) => this.#wouldLose() && event.preventDefault())
  }

  get #autosaves() {
    return this.dataset.autosave !== undefined
  }

  #wouldLose() {
    return this.#unsaved && !this.#sending && (this.#failed || !this.#autosaves)
  }

  /** On a telephone people switch away from a page, and the browser may never resume it. */
  #leave() {
    if (!this.#autosaves || !this.#unsaved || this.#sending || this.#saving) return
    this.#left = true
    this.#saveNow()
  }

  /** The restored page is older than the draft saved on leaving, so its next saving would conflict with that draft. */
  #comeBack() {
    if (this.#left) location.reload()
    else this.#letGo()
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
    this.#sending = true
    this.#press('true')
    setTimeout(() => this.#letGo(), letGoAfter)
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
    if (!this.#autosaves) return
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#saveNow(), wait)
  }

  #saveNow() {
    clearTimeout(this.#timer)
    if (this.#saving) {
      this.#timer = window.setTimeout(() => this.#saveNow(), waitAfterField)
      return
    }
    this.#saving = this.#save().finally(() => {
      this.#saving = undefined
    })
  }

  async #save() {
    this.#unsaved = false
    const saved = await this.#post().catch(() => false)
    this.#failed = !saved
    if (!saved) this.#unsaved = true
    else if (document.visibilityState === 'visible') this.#left = false
    this.#say(
      saved
        ? `${timeLabel(new Date())}に下書きを保存しました。`
        : '自動では保存できませんでした。「下書き保存」を押すと、理由が分かります。',
    )
  }

  /** Saved only if the response is this form without errors: a sign-in page or a refusal is no save. */
  async #post(): Promise<boolean> {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(this.#form)) if (typeof value === 'string') body.append(name, value)
    body.set('_act', 'save')
    const keepalive = body.toString().length < mostAfterLeaving
    const answer = await fetch(this.#form.action, { method: 'POST', body, keepalive })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const path = new URL(this.#form.action).pathname
    const again = [...page.forms].find((form) => new URL(form.action, location.href).pathname === path)
    if (!answer.ok || !again || again.querySelector('.error-summary')) return false
    for (const name of ['_revision', '_key', '_csrf']) this.#renew(name, again)
    return true
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
