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

/** By what the list of groups can be narrowed, and what is chosen. */
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

/** What can be chosen, in the charter's order, and how many groups there are of each; nothing of which there are none. */
function optionsOf(
  { frame, filter, counts }: Narrowed,
  by: 'kind' | 'ward',
  name: (value: string) => Label | undefined,
) {
  const { actors, territory } = frame.charter
  const known = (by === 'kind' ? actors : territory.units).map(({ key }) => key)
  // A kind that the charter no longer has may still be somebody's.
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
