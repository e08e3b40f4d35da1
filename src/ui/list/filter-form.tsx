import type { Child } from 'hono/jsx'
import type { Example, Link } from '../example.ts'
import { Icon } from '../icon.tsx'
import { Button } from '../text/button.tsx'
import { useWords } from '../words.ts'

/** A filter: its name in the URL, and its values with the number of rows each would leave. */
export interface Facet {
  name: string
  label: string
  options: { value: string; label: Child; count?: number; checked?: boolean }[]
}

/** Filters a list; the choice is in the URL, so it can be bookmarked and sent. */
export function FilterForm(props: {
  action: string
  facets: Facet[]
  search?: { name?: string; value?: string; label?: string }
  chosen?: Link[]
  clear?: Link
  submit?: string
  /** The id of the list's element, which a script updates at each choice. */
  results?: string
  children?: Child
}) {
  const { action, facets, search, chosen = [], clear, results, children } = props
  const words = useWords()
  const { submit = words.filterSubmit } = props
  const form = (
    <form method="get" action={action} class="filter">
      {chosen.length > 0 && (
        <ul class="bare wrap chosen" aria-label={words.filterChosen}>
          {chosen.map((link) => (
            <li>
              <a class="tap" href={link.href}>
                {link.label}
                <span class="visually-hidden">{words.filterRemove}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {search && <FilterSearch {...search} />}
      <details class="fold">
        <summary class="tap">
          <Icon name="down" />
          {words.filterFold}
        </summary>
        <div class="fold-body">
          {facets.map((facet) => (
            <FacetSet {...facet} />
          ))}
          {children}
        </div>
      </details>
      <div class="wrap button-row">
        <Button kind="secondary">{submit}</Button>
        {clear && <a href={clear.href}>{clear.label}</a>}
      </div>
    </form>
  )
  return results ? <live-filter data-results={results}>{form}</live-filter> : form
}

function FilterSearch(props: { name?: string; value?: string; label?: string }) {
  const words = useWords()
  const { name = 'q', value, label = words.filterWords } = props
  return (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <input type="search" class="input" id={`filter-${name}`} name={name} value={value} maxlength={100} />
    </div>
  )
}

function FacetSet({ name, label, options }: Facet) {
  const words = useWords()
  return (
    <fieldset class="facet">
      <legend>{label}</legend>
      {options.map((option, index) => (
        <div class="choice">
          <input
            type="checkbox"
            id={`filter-${name}-${index}`}
            name={name}
            value={option.value}
            checked={option.checked}
          />
          <label for={`filter-${name}-${index}`}>
            {option.label}
            {option.count !== undefined && <span class="quiet">{words.count(option.count)}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

export const examples: Example[] = [
  {
    name: 'FilterForm しぼりこむ',
    render: () => (
      <FilterForm
        action="/ui"
        search={{ value: '川' }}
        chosen={[{ href: '/ui', label: '環境の保全' }]}
        clear={{ href: '/ui', label: '条件をすべて外す' }}
        facets={[
          {
            name: 'field',
            label: '分野',
            options: [
              { value: 'environment', label: '環境の保全', count: 24, checked: true },
              { value: 'children', label: '子どもの健全育成', count: 31 },
            ],
          },
          { name: 'ward', label: '地域', options: [{ value: 'east', label: '東部', count: 1204 }] },
        ]}
      />
    ),
  },
]
