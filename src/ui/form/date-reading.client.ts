/// <reference lib="dom" />
import { dateLabel, parseJapaneseDate } from '../../platform/time/index.ts'

class DateReading extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input')
    const reading = this.querySelector('.reading')
    if (!input || !reading) return
    const show = () => {
      const date = parseJapaneseDate(input.value)
      reading.textContent = date
        ? `${dateLabel(date)}と読み取りました。`
        : input.value && '日付として読み取れません。例のように入力してください。'
    }
    // Delayed: the line moves what is below it, and a button that moves between press and release is not pressed.
    input.addEventListener('change', () => setTimeout(show, 400))
    if (parseJapaneseDate(input.value)) show()
  }
}

customElements.define('date-reading', DateReading)
