import { type AttachedFile, filesOf } from '../../../platform/files/index.ts'
import { type Entry, entriesOf } from '../../../platform/record/index.ts'
import { addDays, dateLabel } from '../../../platform/time/index.ts'
import { definePage, type Frame, type Reading } from '../../../platform/web/index.ts'
import { ChangeList, CityPage, PaperList, VerbButtons } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, type Fact, Notice, SummaryList } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { actions } from '../actions/index.ts'
import { events } from '../events.ts'
import { mayEditParty } from '../may.ts'
import { Works } from '../parts/works.tsx'
import { kindLabel, wardLabel } from '../party/labels.ts'
import { listFormerNames, listKin } from '../queries/departments.ts'
import { findPublishedParty, listWorksOf, type PublishedParty, type Work } from '../queries/published.ts'
import { findAddressed, partyNumber, type Registered } from '../subject.tsx'
import type { DepartmentChange, Party } from '../tables.ts'
import { urls } from '../urls.ts'

interface Own {
  party: Registered
  entries: Entry[]
  papers: AttachedFile[]
}

interface Group {
  frame: Frame
  party: PublishedParty | Party
  own: Own | null
  works: Work[]
  past: Past
}

/** What a department was called, and whose work went where. */
interface Past {
  names: Awaited<ReturnType<typeof listFormerNames>>
  kin: Awaited<ReturnType<typeof listKin>>
}

function GroupPage({ frame, party, own, works, past }: Group) {
  const { city, charter, lang } = frame
  const here = { city: city.slug }
  const at = { ...here, number: String(party.number) }
  return (
    <CityPage
      frame={frame}
      title={party.name}
      eyebrow={kindLabel(charter, party.kind, lang)}
      breadcrumbs={[
        { href: urls.list(here), label: city.words.group ?? '団体' },
        ...(party.is_city ? [{ href: urls.departments(here), label: '市の部署' }] : []),
      ]}
    >
      {own && !own.party.published_at && !own.party.is_city && (
        <Notice kind="info">
          {own.party.unit === 'person'
            ? '個人の登録は公開しません。ご本人と協働の担当課だけが見られます。'
            : 'この団体のページは、まだ公開されていません。'}
        </Notice>
      )}
      {party.is_city && party.ends_on !== null && <Ended frame={frame} ends_on={party.ends_on} past={past} />}
      {own?.party.planned && <Planned planned={own.party.planned} />}
      <SummaryList facts={[...factsOf(frame, party), ...pastFacts(frame, past)]} />
      {own && (
        <ButtonRow>
          <VerbButtons frame={frame} thing={own.party} verbs={actions} />
          {own.party.unit !== 'person' && (
            <ButtonLink kind="secondary" href={urls.members(at)}>
              構成員と役割
            </ButtonLink>
          )}
        </ButtonRow>
      )}
      <Works frame={frame} party={party.id} works={works} />
      {own && <ChangeList entries={own.entries} events={events} />}
      {own && <PaperList city={city.slug} papers={own.papers} />}
    </CityPage>
  )
}

function Ended({ frame, ends_on, past }: { frame: Frame; ends_on: string; past: Past }) {
  const after = past.kin.filter((one) => one.after)
  return (
    <Notice kind="info">
      この部署は、{dateLabel(ends_on)}をもって廃止されました。
      {after.length > 0 && (
        <>
          仕事は、
          <Kin frame={frame} kin={after} />
          が引き継いでいます。
        </>
      )}
    </Notice>
  )
}

function Planned({ planned }: { planned: DepartmentChange }) {
  return (
    <Notice kind="info">
      {planned.kind === 'rename'
        ? `${dateLabel(planned.on_day)}から「${planned.name}」に名前が変わることが登録されています。`
        : `${dateLabel(addDays(planned.on_day, -1))}をもって廃止することが登録されています。`}
    </Notice>
  )
}

function Kin({ frame, kin }: { frame: Frame; kin: Past['kin'] }) {
  return (
    <>
      {kin.map(({ number, name }, at) => (
        <>
          {at > 0 && '、'}
          <a href={urls.show({ city: frame.city.slug, number: String(number) })}>{name}</a>
        </>
      ))}
    </>
  )
}

function pastFacts(frame: Frame, { names, kin }: Past): Fact[] {
  const before = kin.filter((one) => !one.after)
  const earlier = names.map(({ name, until_on }) => `${name}（${dateLabel(until_on)}まで）`)
  return [
    ...(earlier.length > 0 ? [{ label: '以前の名前', value: earlier.join('、') }] : []),
    ...(before.length > 0 ? [{ label: '引き継いだ部署', value: <Kin frame={frame} kin={before} /> }] : []),
  ]
}

function factsOf({ charter, lang }: Frame, party: PublishedParty | Party): Fact[] {
  const { purpose, activity, founded_on, member_count, website, ward, is_city, unit, ends_on } = party
  const facts: (Fact | false)[] = [
    !is_city && { label: '種類', value: kindLabel(charter, party.kind, lang) },
    ward !== null && { label: word(charter, 'ward', lang), value: wardLabel(charter, ward, lang) },
    purpose !== '' && { label: '目的', value: purpose },
    activity !== '' && { label: '活動の内容', value: activity },
    founded_on !== null && { label: '設立', value: dateLabel(founded_on) },
    member_count !== null && { label: '人数', value: `${member_count.toLocaleString('ja-JP')}人` },
    website !== '' && { label: 'ホームページ', value: website },
    unit === 'person' && ends_on !== null && { label: '登録をやめた日', value: dateLabel(ends_on) },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}

export const showPage = definePage({
  who: 'anyone',
  published: async (c) => {
    const party = await findPublishedParty(c.db, c.city.id, partyNumber(c.params.number))
    return party ? { party, works: await listWorksOf(c.db, c.city.id, party.id), past: await pastOf(c, party) } : null
  },
  load: async (c) => {
    const own = await ownParty(c)
    if (c.published) return { ...c.published, own }
    const past = { names: [], kin: [] }
    return own ? { own, party: own.party, works: await listWorksOf(c.db, c.city.id, own.party.id), past } : undefined
  },
  guest: (c) => ({ ...c.published, own: null }),
  view: ({ frame, data }) => <GroupPage frame={frame} {...data} party={data.own?.party ?? data.party} />,
})

/** Groups have neither former names nor successors. */
async function pastOf({ db, city }: Pick<Reading, 'db' | 'city'>, { id, is_city }: PublishedParty): Promise<Past> {
  if (!is_city) return { names: [], kin: [] }
  return { names: await listFormerNames(db, city.id, id), kin: await listKin(db, city.id, id) }
}

async function ownParty(c: Reading): Promise<Own | null> {
  const party = await findAddressed(c)
  if (!party || !mayEditParty(c.actor, party)) return null
  const about = { kind: 'party', id: party.id }
  return { party, entries: await entriesOf(c.db, [about]), papers: await filesOf(c.db, about, 'notice') }
}
