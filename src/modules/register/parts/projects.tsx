import { pageOf } from '../../../platform/module.ts'
import { today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { Badge, DataTable, Original, Spoken } from '../../../ui/index.ts'
import { type Charter, WordsInLine, word } from '../../charters/index.ts'
import { termIn, valuesOf } from '../entry.ts'
import { labelOf, stateOf } from '../facet.ts'
import type { Found } from '../queries.ts'
import { urls } from '../urls.ts'
import { facetNames } from '../words/facets.ts'
import { publicWords } from '../words/public.ts'

export function hrefOf({ cities, installation }: Frame, { city_id, ref }: Found): string {
  const city = cities.find(({ id }) => id === city_id)?.slug ?? ''
  return pageOf(installation.modules, 'project', { city, ref }) ?? urls.projects({ city })
}

export function ProjectTable(props: {
  frame: Frame
  rows: Found[]
  caption: string
  /** The charter whose words a row uses; without it the forms are left out. */
  charterOf?: (row: Found) => Charter | undefined
  withCity?: boolean
}) {
  const { frame, rows, caption, charterOf, withCity } = props
  const { lang, cities } = frame
  const say = publicWords[lang]
  const cityName = (row: Found) => cities.find(({ id }) => id === row.city_id)?.spoken.name[lang]
  const formsOf = (row: Found) => {
    const charter = charterOf?.(row)
    return <WordsInLine of={valuesOf(row, 'form').map((value) => labelOf(charter, 'form', value))} />
  }
  const termOf = (row: Found) => termIn(lang, row.shown.period, valuesOf(row, 'year'), charterOf?.(row)?.city.eraChange)
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      columns={[
        {
          label: say.name,
          heading: true,
          cell: (row) => (
            <a href={hrefOf(frame, row)}>
              <Original>{row.title}</Original>
            </a>
          ),
        },
        ...(withCity ? [{ label: say.city, whole: true, cell: cityName }] : []),
        {
          label: say.parties,
          cell: (row) => (
            <>
              <Original>{row.shown.parties?.slice(0, 4).join('、')}</Original>
              {(row.shown.parties?.length ?? 0) > 4 && say.others}
            </>
          ),
        },
        { label: say.term, cell: termOf },
        ...(charterOf ? [{ label: facetNames.form[lang], cell: formsOf }] : []),
        { label: say.state, cell: (row) => <State frame={frame} row={row} charter={charterOf?.(row)} /> },
      ]}
    />
  )
}

/** The state, and that the agreement behind it was given up, from that day on. */
function State({ frame, row, charter }: { frame: Frame; row: Found; charter: Charter | undefined }) {
  const { given_up_on } = row.shown
  const givenUp = given_up_on !== undefined && given_up_on <= today(frame.now)
  return (
    <>
      <StateBadge row={row} />
      {givenUp && (
        <>
          {' '}
          <span class="small">
            {publicWords[frame.lang].agreementGivenUp(word(charter ?? frame.charter, 'agreement', frame.lang))}
          </span>
        </>
      )}
    </>
  )
}

export function StateBadge({ row }: { row: Found }) {
  const state = stateOf(valuesOf(row, 'state')[0])
  return state ? (
    <Badge tone={state.tone}>
      <Spoken>{state.label}</Spoken>
    </Badge>
  ) : null
}
