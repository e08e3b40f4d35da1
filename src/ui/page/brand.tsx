export function Brand() {
  return (
    <svg class="brand-mark" viewBox="0 0 44 28" aria-hidden="true" focusable="false">
      <circle class="brand-one" cx="15" cy="14" r="12" />
      <circle class="brand-two" cx="29" cy="14" r="12" />
      <path class="brand-both" d="M22 4.253a12 12 0 0 1 0 19.494 12 12 0 0 1 0-19.494Z" />
    </svg>
  )
}
