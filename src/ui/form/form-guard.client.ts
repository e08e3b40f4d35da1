/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { timeLabel } from '../../platform/time.ts'

const waitAfterTyping = 4_000
const letGoAfter = 15_000

/** Around a form: sends it once however often it is pressed, warns before leaving unsent words, saves drafts as they are typed. */
class FormGuard extends HTMLElement {
  #form!: HTMLFormElement
  #sending = false
  #unsaved = false
  #saving: Promise<void> | undefined
  #timer = 0

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    this.#form = form
    form.addEventListener('submit', (event) => this.#send(event))
    form.addEventListener('input', () => this.#typed())
    window.addEventListener('pageshow', (event) => event.persisted && this.#letGo())
    window.addEventListener('beforeunload', (event) => this.#unsaved && !this.#sending && event.preventDefault())
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

  #typed() {
    this.#unsaved = true
    if (this.dataset.autosave === undefined) return
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      this.#saving = this.#save().finally(() => {
        this.#saving = undefined
      })
    }, waitAfterTyping)
  }

  async #save() {
    this.#unsaved = false
    const saved = await this.#post().catch(() => false)
    if (!saved) this.#unsaved = true
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
    const answer = await fetch(this.#form.action, { method: 'POST', body })
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
