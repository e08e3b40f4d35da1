import type { Child } from 'hono/jsx'
import type { Actor } from '../../../platform/actor.ts'
import type { Entry } from '../../../platform/record/index.ts'
import { dateLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Columns, Details, type Fact, Notice, Section, SummaryList } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { label, leadsToAgreement, word } from '../../charters/index.ts'
import { isStaff } from '../../parties/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { urls as projects } from '../../projects/urls.ts'
import { lifecycle } from '../lifecycle.ts'
import type { Seen } from '../queries/one.ts'
import type { listMessages, listVersions } from '../queries/talks.ts'
import { canDo, mayAssign, mayLeadOn, mayRelease, mayWithhold } from '../rules.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { DecisionSection } from './decision.tsx'
import { EarlierTexts, History } from './history.tsx'
import {
  Answers,
  at,
  channelLabels,
  crumbs,
  eyebrowOf,
  Files,
  programmeName,
  StateBadge,
  titleOf,
  WaySteps,
} from './parts.tsx'
import { Talks } from './talks.tsx'
import { CorrectionNotice } from './write.tsx'

type Messages = Awaited<ReturnType<typeof listMessages>>

type Versions = Awaited<ReturnType<typeof listVersions>>

export type Inside = Seen & { messages: Messages; entries: Entry[]; versions: Versions }

/** Everything of a proposal that its writers and the city may see, and what they can do now. */
export function InsidePage({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, charter, messages, entries } = data
  const here = at(frame, refOf(proposal))
  return (
    <CityPage
      frame={frame}
      title={titleOf(proposal)}
      eyebrow={eyebrowOf(charter, proposal)}
      lead={lifecycle.states[proposal.state].meaning}
      aside={<StateBadge charter={charter} proposal={proposal} />}
      breadcrumbs={crumbs(frame)}
    >
      <WaySteps proposal={proposal} entries={entries} />
      {proposal.state === 'returned' && <CorrectionNotice proposal={proposal} />}
      {proposal.published_at && (
        <Notice>この提案の決定は公表されています。このページの下の「話し合い」などは、公表されていません。</Notice>
      )}
      <NextSteps frame={frame} data={data} />
      <DecisionSection
        charter={charter}
        proposal={proposal}
        letter={proposal.decision ? urls.letter(here) : undefined}
      />
      <Columns label="この提案の要点" aside={<KeyFacts frame={frame} data={data} />}>
        <Talks frame={frame} data={data} messages={messages} />
        <Details summary="提案の内容" open={messages.length === 0}>
          <Answers seen={data} frame={frame} level={2} />
        </Details>
        <EarlierTexts frame={frame} data={data} />
        <History frame={frame} proposal={proposal} entries={entries} />
      </Columns>
    </CityPage>
  )
}

interface Way {
  href: string
  label: string
}

/** What this person can do now; the first is the one that is waited for. */
export function waysOn(actor: Actor, data: Inside, now: Date, city: string): { now: Way[]; other: Way[] } {
  const { proposal } = data
  const next = ledOnTo(data, city)
  const here = { city, ref: refOf(proposal) }
  const when = (able: boolean, href: string, words: string): Way[] => (able ? [{ href, label: words }] : [])
  const writes = canDo('submit', actor, proposal)
  return {
    now: [
      ...when(writes, urls.edit(here), proposal.state === 'returned' ? '補正する' : '続きを書く'),
      ...when(writes && Boolean(proposal.title), urls.submission(here), '提出前の確認へ'),
      ...when(canDo('accept', actor, proposal), urls.acceptance(here), '受理する'),
      ...when(canDo('return', actor, proposal), urls.correction(here), '補正を求める'),
      ...when(canDo('openTalks', actor, proposal), urls.talks(here), '話し合いを始める'),
      ...when(canDo('review', actor, proposal), urls.review(here), '審査に回す'),
      ...when(canDo('decide', actor, proposal), urls.decision(here), '決定する'),
      ...when(canDo('resume', actor, proposal), urls.resumption(here), '審査を再開する'),
      ...when(!proposal.published_at && mayRelease(actor, proposal, today(now)), urls.release(here), '公表する'),
      ...(next ? [next] : mayLeadOn(actor, proposal) ? waysAfter(actor, data, city) : []),
    ],
    other: [
      ...when(canDo('revise', actor, proposal), urls.edit(here), '内容を改める'),
      ...when(
        mayAssign(actor, proposal),
        urls.department(here),
        proposal.department_id ? '担当課を変える' : '担当課を決める',
      ),
      ...when(
        Boolean(proposal.published_at) && mayRelease(actor, proposal, today(now)),
        urls.release(here),
        '公表の内容を直す',
      ),
      ...when(mayWithhold(actor, proposal), urls.withholding(here), '公表を取りやめる'),
      ...when(canDo('withdraw', actor, proposal), urls.withdrawal(here), '取り下げる'),
      ...when(canDo('decline', actor, proposal), urls.refusal(here), '辞退する'),
    ],
  }
}

/** What this proposal was led on to, the newest: its agreement, or its project where no agreement is needed. */
function ledOnTo({ entries, charter }: Inside, city: string): Way | undefined {
  const found = entries.findLast(({ kind }) => kind === 'proposal.led-on')?.payload
  if (found?.project) return { href: projects.show({ city, ref: String(found.project) }), label: '事業のページへ' }
  const label = `${word(charter, 'agreement')}のページへ`
  return found && { href: agreements.show({ city, ref: String(found.agreement_id) }), label }
}

/** How an adopted proposal goes on: by an agreement, or straight to the project, which the city enters. */
function waysAfter(actor: Actor, { proposal, charter }: Inside, city: string): Way[] {
  const from = { proposal: proposal.id }
  if (leadsToAgreement(charter, proposal.programme, proposal.track))
    return [{ href: agreements.new({ city }, from), label: `${word(charter, 'agreement')}を書き始める` }]
  return isStaff(actor) ? [{ href: projects.new({ city }, from), label: '事業として登録する' }] : []
}

function NextSteps({ frame, data }: { frame: Frame; data: Inside }) {
  const { actor, now, city } = frame
  const ways = waysOn(actor, data, now, city.slug)
  return (
    <>
      {ways.now.length > 0 && (
        <ButtonRow>
          {ways.now.map((way, index) => (
            <ButtonLink href={way.href} kind={index === 0 ? 'primary' : 'secondary'}>
              {way.label}
            </ButtonLink>
          ))}
        </ButtonRow>
      )}
      {ways.other.length > 0 && (
        <ButtonRow>
          {ways.other.map((way) => (
            <a href={way.href}>{way.label}</a>
          ))}
        </ButtonRow>
      )}
    </>
  )
}

function KeyFacts({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, charter, files } = data
  const here = at(frame, refOf(proposal))
  const scans = files.filter((file) => file.purpose === 'scan')
  const facts: Fact[] = [
    {
      label: '提案した団体',
      value: (
        <a href={parties.show({ city: frame.city.slug, number: String(proposal.party_number) })}>
          {proposal.party_name}
        </a>
      ),
    },
    { label: '制度', value: programmeName(charter, proposal, frame.lang) },
    ...(proposal.received_on ? [{ label: '受け付けた日', value: dateLabel(proposal.received_on) as Child }] : []),
    ...(proposal.submitted_at
      ? [{ label: '担当', value: (proposal.department_name ?? label(charter.city.contact.section)) as Child }]
      : []),
    ...(proposal.channel === 'web' ? [] : [{ label: '提出のしかた', value: channelLabels[proposal.channel] as Child }]),
    ...(proposal.released_on && !proposal.published_at
      ? [{ label: '公表の予定', value: `${dateLabel(proposal.released_on)}から` as Child }]
      : []),
  ]
  return (
    <>
      <SummaryList facts={facts} compact />
      {scans.length > 0 && (
        <Section heading="届いた書面" level={3}>
          <Files files={scans} frame={frame} />
        </Section>
      )}
      <ul>
        {proposal.number !== null && (
          <li>
            <a href={urls.receipt(here)}>受付票</a>
          </li>
        )}
        <li>
          <a href={urls.sheet(here)}>提案書（PDF）</a>
        </li>
        {proposal.state === 'returned' && (
          <li>
            <a href={urls.correctionLetter(here)}>補正のお願い（PDF）</a>
          </li>
        )}
      </ul>
    </>
  )
}
