import type { Actor } from '../../../platform/actor.ts'
import { dateLabel, today } from '../../../platform/time/index.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage, VerbButtons } from '../../../site/index.ts'
import { ButtonRow, DataTable, EmptyState } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { registerPerson } from '../actions/index.ts'
import { mayRegisterPerson } from '../may.ts'
import { kindLabel } from '../party/labels.ts'
import { listPersons } from '../queries/parties.ts'
import { urls } from '../urls.ts'

interface Persons {
  charter: Charter
  persons: Awaited<ReturnType<typeof listPersons>>
}

/** The persons who are parties of their own: for the section alone, in the order of their reading. */
function PersonsPage({ frame, data: { charter, persons } }: Views<undefined, Persons>) {
  const { city } = frame
  const here = { city: city.slug }
  return (
    <CityPage
      frame={frame}
      title="個人の登録"
      wide
      breadcrumbs={[{ href: urls.list(here), label: city.words.group ?? '団体' }]}
    >
      <ButtonRow>
        <VerbButtons frame={frame} thing={{ charter }} verbs={[registerPerson]} />
      </ButtonRow>
      {persons.length === 0 ? (
        <EmptyState>個人の登録は、まだありません。</EmptyState>
      ) : (
        <DataTable
          caption="個人として登録している方"
          rows={persons}
          columns={[
            {
              label: 'お名前',
              heading: true,
              cell: ({ number, name }) => <a href={urls.show({ ...here, number: String(number) })}>{name}</a>,
            },
            { label: '立場', cell: ({ kind }) => kindLabel(charter, kind) },
            { label: '登録した日', cell: ({ created_at }) => dateLabel(today(created_at)) },
            { label: '登録をやめた日', cell: ({ ends_on }) => (ends_on ? dateLabel(ends_on) : '') },
          ]}
        />
      )}
    </CityPage>
  )
}

export const personsPage = definePage({
  who: (actor: Actor, { charter }: Persons) => mayRegisterPerson.why(actor, charter),
  load: async ({ db, charter }) => ({ charter, persons: await listPersons(db) }),
  view: PersonsPage,
})
