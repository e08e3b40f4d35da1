/// <reference lib="dom" />

const near = 20

class CharCount extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector('textarea')
    const count = this.querySelector('.count')
    const most = Number(this.dataset.max)
    if (!text || !count || !most) return
    const show = () => {
      const left = most - text.value.length
      count.setAttribute('aria-live', left <= near ? 'polite' : 'off')
      count.textContent = `${most.toLocaleString('ja-JP')}字まで（あと${left.toLocaleString('ja-JP')}字）`
    }
    text.addEventListener('input', show)
    show()
  }
}

customElements.define('char-count', CharCount)
