import { dateLabel, plainDateLabel } from '../../../platform/time.ts'
import type { Frame, Views } from '../../../platform/web/index.ts'
import { Badge, Card, CardGrid, Section } from '../../../ui/index.ts'
import { label, type Programme } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { receptionOf } from '../rules.ts'
import type { PublishedCall } from '../tables.ts'
import { urls } from '../urls.ts'

export const title = { ja: '募集・制度', easy: 'ぼしゅう', en: 'Programmes' }

/** Every programme of the charter in force: first those through which one can propose now. */
export function ProgrammesPage({ frame, published: calls }: Views<PublishedCall[], undefined>) {
  const { charter, lang, now } = frame
  const groups = [
    { heading: 'いま受け付けているもの', list: charter.programmes.filter((one) => isOpenNow(one, calls, now)) },
    {
      heading: '次の受付を待つもの',
      list: charter.programmes.filter((one) => takes(one) && !isOpenNow(one, calls, now)),
    },
    { heading: 'そのほかの取組', list: charter.programmes.filter((one) => !takes(one) && one.status !== 'ended') },
    { heading: '終わったもの', list: charter.programmes.filter((one) => one.status === 'ended') },
  ]
  return (
    <CityPage frame={frame} title={title[lang]} lead="市といっしょに取り組むための制度と、その受付の日程です。">
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

/** Whether one can propose or apply here at all. */
export const takes = (programme: Programme) => programme.tracks.length > 0 && programme.status !== 'ended'

function isOpenNow(programme: Programme, calls: PublishedCall[], now: Date): boolean {
  return takes(programme) && ['open', 'always'].includes(receptionOf(programme, callsFor(programme, calls), now).is)
}

const callsFor = (programme: Programme, calls: PublishedCall[]) =>
  calls.filter((call) => call.programme === programme.key)

function ProgrammeCard({ frame, programme, calls }: { frame: Frame; programme: Programme; calls: PublishedCall[] }) {
  return (
    <Card
      href={urls.show({ city: frame.city.slug, key: programme.key })}
      title={label(programme.label, frame.lang)}
      badge={isOpenNow(programme, calls, frame.now) ? <Badge tone="going">受付中</Badge> : undefined}
      foot={takes(programme) ? whenText(programme, callsFor(programme, calls), frame.now) : undefined}
    >
      {label(programme.summary, frame.lang)}
    </Card>
  )
}

function whenText(programme: Programme, calls: PublishedCall[], now: Date): string | undefined {
  const found = receptionOf(programme, calls, now)
  if (found.is === 'open') return `${dateLabel(found.call.closes_on)}まで`
  if (found.is === 'always') return '一年を通して受け付けます'
  if (found.is === 'coming') return `${plainDateLabel(found.call.opens_on)}から受け付けます`
  return found.last && `今回の受付は${plainDateLabel(found.last.closes_on)}に終わりました`
}
