const paths = {
  info: 'M12 11v6M12 7v.5M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19Z',
  success: 'm7.5 12.5 3 3 6-7M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19Z',
  warning: 'M12 10v4M12 17v.5M12 3 22 20.5H2L12 3Z',
  error: 'M12 7v6M12 16.5v.5M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8L8 2.5Z',
  search: 'm20.5 20.5-5-5M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
  file: 'M14 2.5H6v19h12v-15l-4-4Zm0 0v4h4M9 12h6M9 16h6',
  down: 'm6 9.5 6 6 6-6',
  next: 'm9 5 7 7-7 7',
  previous: 'm15 5-7 7 7 7',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4 20.5c.5-4 3.500-6 8-6s7.500 2 8 6',
  plus: 'M12 5v14M5 12h14',
} as const

export type IconName = keyof typeof paths

/** A drawing beside a word of the same meaning, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
