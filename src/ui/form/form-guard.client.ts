/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { timeLabel } from '../../platform/time/index.ts'

const waitAfterTyping = 4_000
// Long enough for the button that made the field lose the cursor to send the form itself.
const waitAfterField = 300
const letGoAfter = 15_000
// What a browser still carries for a page that is gone: 64 kB, headers included.
const mostAfterLeaving = 60_000

/**
 * Around a form: sends it once however often it is pressed; saves drafts as they are typed, field by field, and with the
 * last breath when the page is left; warns before leaving words that could not be saved.
 */
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

  /** On a telephone people do not leave a page, they look at something else, and the page may never wake up again. */
  #leave() {
    if (!this.#autosaves || !this.#unsaved || this.#sending || this.#saving) return
    this.#left = true
    this.#saveNow()
  }

  /** The page as it was is behind the draft that was saved on leaving: its next saving would conflict with ourselves. */
  #comeBack() {
    if (this.#left) location.reload()
    else this.#letGo()
  }

  #send(event: SubmitEvent) {
    if (this.#sending) return event.preventDefault()
    clearTimeout(this.#timer)
    if (this.#saving) {
      // The draft on its way moves the revision on; sending now would conflict with ourselves.
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

  /** Saved only if the answer is this form again, without errors: a sign-in page or a refusal is no save. */
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
