import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { Icon } from '../icon.tsx'
import { Button } from '../text/button.tsx'
import { useWords } from '../words.ts'

/** A search by words; `children` are hidden inputs with the other choices. */
export function SearchBox(props: {
  action: string
  value?: string
  label?: string
  name?: string
  hint?: string
  id?: string
  children?: Child
}) {
  const words = useWords()
  const { action, value, label = words.search, name = 'q', hint, id = 'q', children } = props
  return (
    <search>
      <form method="get" action={action} class="search">
        <label for={id}>{label}</label>
        {hint && (
          <div class="hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <div class="search-row">
          <input
            type="search"
            class="input"
            id={id}
            name={name}
            value={value}
            maxlength={100}
            aria-describedby={hint && `${id}-hint`}
          />
          <Button>
            <Icon name="search" />
            {words.search}
          </Button>
        </div>
        {children}
      </form>
    </search>
  )
}

export const examples: Example[] = [
  {
    name: 'SearchBox さがす',
    render: () => (
      <SearchBox action="/ui" value="花壇" label="取組をさがす" hint="団体の名前や、場所の名前でもさがせます。" />
    ),
  },
]
