import type { AnyAction } from '../../../platform/web/action/index.ts'
import { definePage, partOf, type Views } from '../../../platform/web/index.ts'
import { CityPage, VerbButtons } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Section } from '../../../ui/index.ts'
import { label, programme as programmeOf } from '../../charters/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { actions } from '../actions/index.ts'
import { mayMakeCalls } from '../may.ts'
import { About, Entries, ReviewSection, TrackSection } from '../parts/contents.tsx'
import { CalendarSection, Reception, type Shown } from '../parts/reception.tsx'
import { takesProposals } from '../programme/reception.ts'
import { listPublishedCalls } from '../queries.ts'
import { offer } from '../subject.tsx'
import { urls } from '../urls.ts'
import { say } from '../words.ts'

/** The verbs of a call are in its row of the table. */
const onOffer = actions.filter(({ noun }: AnyAction) => noun === offer)

function ProgrammePage({ frame, published }: Views<Shown, undefined>) {
  const { programme, calls } = published
  const { city, charter, lang, actor } = frame
  return (
    <CityPage
      frame={frame}
      title={label(programme.label, lang)}
      eyebrow={programme.status === 'ended' ? '終わった制度' : undefined}
      lead={label(programme.summary, lang)}
      breadcrumbs={[{ href: urls.list({ city: city.slug }), label: say.title[lang] }]}
    >
      {takesProposals(programme) && <Reception frame={frame} {...published} />}
      <About frame={frame} programme={programme} />
      {programme.tracks.map((track) => (
        <TrackSection frame={frame} programme={programme} track={track} calls={calls} />
      ))}
      <ReviewSection frame={frame} programme={programme} />
      <CalendarSection frame={frame} {...published} />
      <Entries heading="対象にならないもの" list={programme.excludes} frame={frame} />
      {programme.tracks.length > 0 && mayMakeCalls(actor) && (
        <Section heading="職員の方へ">
          <ButtonRow>
            <VerbButtons frame={frame} thing={{ programme, charter }} verbs={onOffer} />
            <ButtonLink
              kind="secondary"
              href={proposals.newFromPaper({ city: city.slug }, { programme: programme.key })}
            >
              紙で届いたものを入力する
            </ButtonLink>
          </ButtonRow>
        </Section>
      )}
    </CityPage>
  )
}

export const showPage = definePage({
  who: 'anyone',
  published: async (c): Promise<Shown | undefined> => {
    const programme = programmeOf(c.charter, partOf(c, 'key'))
    return programme && { programme, calls: await listPublishedCalls(c.db, c.city.id, programme.key) }
  },
  view: ProgrammePage,
})
