import type { Example } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.ts'

/** Links to the next and previous rows; pages are found by key, so they have no numbers. */
export function Pagination({ next, previous, about }: { next?: string; previous?: string; about?: string }) {
  const words = useWords()
  if (!next && !previous) return null
  return (
    <nav class="wrap pagination" aria-label={words.pages}>
      {previous && (
        <a class="button button-secondary" rel="prev" href={previous}>
          <Icon name="previous" />
          {words.previous}
        </a>
      )}
      {about && <p>{about}</p>}
      {next && (
        <a class="button button-secondary" rel="next" href={next}>
          {words.next}
          <Icon name="next" />
        </a>
      )}
    </nav>
  )
}

export const examples: Example[] = [
  {
    name: 'Pagination ページの移動',
    render: () => <Pagination previous="/ui?before=1" next="/ui?after=20" about="168件のうち 21〜40件目" />,
  },
]
