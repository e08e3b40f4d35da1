import type { Frame } from '../../../platform/web/index.ts'
import { FilterForm } from '../../../ui/index.ts'
import { type Label, Words, word } from '../../charters/index.ts'
import { asQuery, type GroupFilter } from '../party/filter.ts'
import { kindName, wardName } from '../party/labels.ts'
import type { GroupCount } from '../queries/published.ts'
import { urls } from '../urls.ts'
import { say } from '../words.ts'

interface Narrowed {
  frame: Frame
  filter: GroupFilter
  counts: readonly GroupCount[]
}

export function Narrow(props: Narrowed) {
  const { frame, filter } = props
  const { city, charter, lang } = frame
  const here = { city: city.slug }
  const facets = [
    { name: 'kind', label: say.kind[lang], options: optionsOf(props, 'kind', (kind) => kindName(charter, kind)) },
    {
      name: 'ward',
      label: word(charter, 'ward', lang),
      options: optionsOf(props, 'ward', (ward) => wardName(charter, ward)),
    },
  ] as const
  const chosen = facets.flatMap(({ name, options }) =>
    options
      .filter(({ checked }) => checked)
      .map(({ value, label }) => ({
        label,
        href: urls.list(here, { ...asQuery(filter), [name]: filter[name].filter((one) => one !== value) }),
      })),
  )
  return (
    <FilterForm
      action={urls.list(here)}
      facets={facets.filter(({ options }) => options.length > 0)}
      search={{ value: filter.words }}
      chosen={chosen}
      clear={chosen.length || filter.words ? { href: urls.list(here), label: say.clear[lang] } : undefined}
    />
  )
}

/** Returns the choices that have groups, in the charter's order, with their counts. */
function optionsOf(
  { frame, filter, counts }: Narrowed,
  by: 'kind' | 'ward',
  name: (value: string) => Label | undefined,
) {
  const { actors, territory } = frame.charter
  const known = (by === 'kind' ? actors : territory.units).map(({ key }) => key)
  // A group may still have a kind that the charter no longer has.
  const order = by === 'kind' ? [...new Set([...known, ...counts.map(({ kind }) => kind)])] : known
  return order
    .map((value) => ({
      value,
      label: <Words of={name(value)} otherwise={value} />,
      count: counts.filter((one) => one[by] === value).reduce((sum, { count }) => sum + count, 0),
      checked: filter[by].includes(value),
    }))
    .filter(({ count, checked }) => count > 0 || checked)
}
