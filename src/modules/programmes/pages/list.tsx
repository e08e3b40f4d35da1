import { definePage, type Frame, type Lang, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Badge, Card, CardGrid, Section } from '../../../ui/index.ts'
import { type Programme, Words } from '../../charters/index.ts'
import { receptionOf, takesProposals } from '../programme/reception.ts'
import { listPublishedCalls } from '../queries.ts'
import type { PublishedCall } from '../tables.ts'
import { urls } from '../urls.ts'
import { say, saysWhen } from '../words.ts'

/** Lists the programmes of the charter in force; open ones come first. */
function ProgrammesPage({ frame, published: calls }: Views<PublishedCall[], undefined>) {
  const { charter, lang, now } = frame
  const groups = [
    { heading: say.open[lang], list: charter.programmes.filter((one) => isOpenNow(one, calls, now)) },
    {
      heading: say.coming[lang],
      list: charter.programmes.filter((one) => takesProposals(one) && !isOpenNow(one, calls, now)),
    },
    {
      heading: say.others[lang],
      list: charter.programmes.filter((one) => !takesProposals(one) && one.status !== 'ended'),
    },
    { heading: say.ended[lang], list: charter.programmes.filter((one) => one.status === 'ended') },
  ]
  return (
    <CityPage frame={frame} title={say.title[lang]} lead={say.lead[lang]}>
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ heading, list }) => (
          <Section heading={heading}>
            <CardGrid>
              {list.map((one) => (
                <ProgrammeCard frame={frame} programme={one} calls={calls} />
              ))}
            </CardGrid>
          </Section>
        ))}
    </CityPage>
  )
}

function isOpenNow(programme: Programme, calls: PublishedCall[], now: Date): boolean {
  return (
    takesProposals(programme) && ['open', 'always'].includes(receptionOf(programme, callsFor(programme, calls), now).is)
  )
}

const callsFor = (programme: Programme, calls: PublishedCall[]) =>
  calls.filter((call) => call.programme === programme.key)

function ProgrammeCard({ frame, programme, calls }: { frame: Frame; programme: Programme; calls: PublishedCall[] }) {
  return (
    <Card
      href={urls.show({ city: frame.city.slug, key: programme.key })}
      title={<Words of={programme.label} />}
      badge={isOpenNow(programme, calls, frame.now) ? <Badge tone="going">{say.taking[frame.lang]}</Badge> : undefined}
      foot={
        takesProposals(programme) ? whenText(frame.lang, programme, callsFor(programme, calls), frame.now) : undefined
      }
    >
      {programme.summary && (
        <p>
          <Words of={programme.summary} />
        </p>
      )}
    </Card>
  )
}

function whenText(lang: Lang, programme: Programme, calls: PublishedCall[], now: Date): string | undefined {
  const found = receptionOf(programme, calls, now)
  if (found.is === 'open') return saysWhen.until[lang](found.call.closes_on)
  if (found.is === 'always') return say.always[lang]
  if (found.is === 'coming') return saysWhen.from[lang](found.call.opens_on)
  return found.last && saysWhen.over[lang](found.last.closes_on)
}

export const listPage = definePage({
  who: 'anyone',
  translated: true,
  published: (c) => listPublishedCalls(c.db, c.city.id),
  view: ProgrammesPage,
})
