import { definePage, type Views } from '../../../platform/web/index.ts'
import { dayIn, fiscalYearIn } from '../../../platform/words/spoken-time.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { Badge, DataTable, EmptyState, Original, Section, Spoken } from '../../../ui/index.ts'
import { Words } from '../../charters/index.ts'
import { projectRef } from '../../projects/index.ts'
import { takesPart, yearInUrl } from '../evaluation/year.ts'
import { lifecycle } from '../lifecycle.ts'
import { listPublishedEvaluations, listRounds } from '../queries/lists.ts'
import { urls } from '../urls.ts'
import { say } from '../words.ts'

type Listed = Awaited<ReturnType<typeof listPublishedEvaluations>>
type Own = Awaited<ReturnType<typeof listRounds>>

function EvaluationsPage({ frame, published: rows, data }: Views<Listed, { own: Own }>) {
  const { city, charter, lang } = frame
  const name = cityWord(city, 'evaluation', lang)
  const show = (one: { fiscal_year: number; number: number; year: number }) =>
    urls.show({ city: city.slug, ref: projectRef(one), year: yearInUrl(one.year) })
  const project = {
    label: say.project[lang],
    heading: true,
    cell: (one: { title: string; fiscal_year: number; number: number; year: number }) => (
      <a href={show(one)}>
        <Original>{one.title}</Original>
      </a>
    ),
  }
  const year = {
    label: say.year[lang],
    cell: (one: { year: number }) => fiscalYearIn(lang, one.year, charter.city.eraChange),
  }
  const decisionOf = (key: string) => charter.evaluation.decisions.find((one) => one.key === key)?.label
  return (
    <CityPage frame={frame} title={name} lead={<Words of={charter.evaluation.summary} />}>
      {data.own.length > 0 && (
        <DataTable
          caption={say.own[lang]}
          rows={data.own}
          columns={[
            project,
            year,
            {
              label: say.state[lang],
              cell: (one) => (
                <Badge tone={lifecycle.states[one.state].tone}>
                  <Spoken>{lifecycle.label(one.state)}</Spoken>
                </Badge>
              ),
            },
            { label: say.due[lang], cell: (one) => (one.state === 'answering' ? dayIn(lang, one.due_on) : '—') },
          ]}
        />
      )}
      <Section heading={say.released[lang]} id="published">
        {rows.length === 0 ? (
          <EmptyState>{say.none[lang]}</EmptyState>
        ) : (
          <DataTable
            caption={say.released[lang]}
            hideCaption
            rows={rows}
            columns={[
              project,
              year,
              {
                label: say.next[lang],
                cell: (one) => (one.decision ? <Words of={decisionOf(one.decision)} otherwise={one.decision} /> : '—'),
              },
            ]}
          />
        )}
      </Section>
    </CityPage>
  )
}

export const listPage = definePage({
  who: 'anyone',
  translated: true,
  published: (c) => listPublishedEvaluations(c.db, c.city.id),
  guest: () => ({ own: [] }),
  load: async (c) => ({ own: takesPart(c.actor) ? await listRounds(c.db, c.actor) : [] }),
  view: EvaluationsPage,
})
