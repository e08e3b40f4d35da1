/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Updates a list and its counts at each choice, and keeps the choice in the URL. */
class LiveFilter extends HTMLElement {
  #asked = 0

  connectedCallback() {
    this.addEventListener('change', (event) => {
      const form = this.querySelector('form')
      if (form && event.target instanceof HTMLInputElement) void this.#show(form)
    })
  }

  async #show(form: HTMLFormElement) {
    const asked = ++this.#asked
    const to = new URL(form.action)
    for (const [name, value] of new FormData(form)) if (value !== '') to.searchParams.append(name, String(value))
    const answer = await fetch(to)
    if (!answer.ok || asked !== this.#asked) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    this.#counts(page)
    this.#chosen(page)
    const [here, fresh] = [document, page].map((one) => one.getElementById(this.dataset.results ?? ''))
    if (!here || !fresh) return
    here.replaceWith(document.importNode(fresh, true))
    history.replaceState(null, '', to)
  }

  #chosen(page: Document) {
    this.querySelector('.chosen')?.remove()
    const fresh = page.querySelector('live-filter .chosen')
    if (fresh) this.querySelector('form')?.prepend(document.importNode(fresh, true))
  }

  /** Replaces the numbers alone, so that the ticked box keeps the focus. */
  #counts(page: Document) {
    for (const label of page.querySelectorAll<HTMLLabelElement>('live-filter label[for]')) {
      const mine = this.querySelector(`label[for="${CSS.escape(label.htmlFor)}"] .quiet`)
      const count = label.querySelector('.quiet')
      if (mine && count) mine.textContent = count.textContent
    }
  }
}

customElements.define('live-filter', LiveFilter)
