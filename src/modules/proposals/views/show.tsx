import type { Child } from 'hono/jsx'
import type { Actor } from '../../../platform/actor.ts'
import { urls as fileUrls } from '../../../platform/files/urls.ts'
import type { Entry } from '../../../platform/record/index.ts'
import { dateLabel, dateTimeLabel, isoDateTime, today } from '../../../platform/time.ts'
import type { Frame, Views } from '../../../platform/web/index.ts'
import {
  ButtonLink,
  ButtonRow,
  type Change,
  Columns,
  Details,
  Diff,
  EmptyState,
  type Fact,
  Notice,
  Paragraphs,
  Section,
  SummaryList,
  Thread,
  Timeline,
} from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { isStaff } from '../../parties/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { answerLines, questionsOf, type Sheet } from '../../programmes/index.ts'
import { entrySays, events, lifecycle } from '../lifecycle.ts'
import type { findPublishedProposal, listMessages, listVersions, Seen } from '../queries.ts'
import {
  canAssign,
  canDo,
  canLeadOn,
  canRelease,
  canWithhold,
  canWriteMessage,
  decisionLabel,
  entersFor,
  isProposer,
  numberLabel,
} from '../rules.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
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
import { CorrectionNotice } from './write.tsx'

type Messages = Awaited<ReturnType<typeof listMessages>>
type Published = NonNullable<Awaited<ReturnType<typeof findPublishedProposal>>>

type Versions = Awaited<ReturnType<typeof listVersions>>

export type Inside = Seen & { messages: Messages; entries: Entry[]; versions: Versions }

/** A proposal: for its writers and the city everything that is theirs to see; for everyone else what was released. */
export function ProposalPage({
  frame,
  published,
  data,
}: Views<{ row: Published; charter: Charter } | null, { inside: Inside | null }>) {
  if (data.inside) return <InsidePage frame={frame} data={data.inside} />
  return <PublicPage frame={frame} proposal={published!.row} charter={published!.charter} />
}

function InsidePage({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, charter, messages, entries } = data
  const { lang } = frame
  const here = at(frame, refOf(proposal))
  return (
    <CityPage
      frame={frame}
      title={titleOf(proposal)}
      eyebrow={eyebrowOf(charter, proposal)}
      lead={lifecycle.states[proposal.state].meaning}
      aside={<StateBadge charter={charter} proposal={proposal} lang={lang} />}
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
  const { proposal, charter } = data
  const agreement = agreementBegun(data.entries)
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
      ...when(
        !proposal.published_at && canRelease(actor, proposal, today(now)) === true,
        urls.release(here),
        '公表する',
      ),
      ...when(
        !agreement && canLeadOn(actor, proposal) === true,
        agreements.new({ city }, { proposal: proposal.id }),
        `${word(charter, 'agreement')}を書き始める`,
      ),
      ...(agreement
        ? [{ href: agreements.show({ city, ref: agreement }), label: `${word(charter, 'agreement')}のページへ` }]
        : []),
    ],
    other: [
      ...when(canDo('revise', actor, proposal), urls.edit(here), '内容を改める'),
      ...when(
        canAssign(actor, proposal) === true,
        urls.department(here),
        proposal.department_id ? '担当課を変える' : '担当課を決める',
      ),
      ...when(
        Boolean(proposal.published_at) && canRelease(actor, proposal, today(now)) === true,
        urls.release(here),
        '公表の内容を直す',
      ),
      ...when(canWithhold(actor, proposal) === true, urls.withholding(here), '公表を取りやめる'),
      ...when(canDo('withdraw', actor, proposal), urls.withdrawal(here), '取り下げる'),
      ...when(canDo('decline', actor, proposal), urls.refusal(here), '辞退する'),
    ],
  }
}

/** The agreement that this proposal was led on to, the newest; to find, when it is not the reader's to see, as little as any. */
function agreementBegun(entries: Entry[]): string | undefined {
  const found = entries.findLast(({ kind }) => kind === 'proposal.led-on')
  return found && String(found.payload.agreement_id)
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

interface Decided {
  programme: string
  decision: Seen['proposal']['decision']
  reasons: string
  conditions: string
  decided_on: string | null
}

function DecisionSection({ charter, proposal, letter }: { charter: Charter; proposal: Decided; letter?: string }) {
  const { decision, decided_on } = proposal
  if (!decision || !decided_on) return null
  const facts: Fact[] = [
    { label: '決定', value: <strong>{decisionLabel(charter, proposal.programme, decision)}</strong> },
    { label: '決定した日', value: dateLabel(decided_on) },
    { label: '理由', value: <Paragraphs text={proposal.reasons} /> },
    ...(proposal.conditions ? [{ label: '採択の条件', value: <Paragraphs text={proposal.conditions} /> }] : []),
  ]
  return (
    <Section heading="決定とその理由" id="decision">
      <SummaryList facts={facts} />
      {letter && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={letter}>
            決定の通知書（PDF）
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
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

function Talks({ frame, data, messages }: { frame: Frame; data: Inside; messages: Messages }) {
  const { proposal } = data
  const may = canWriteMessage(frame.actor, proposal) === true
  if (!may && messages.length === 0) return null
  const here = at(frame, refOf(proposal))
  return (
    <Section
      heading="話し合い"
      id="talks"
      lead="ここに書いたことは、提案した団体と市の担当者の両方が読みます。ほかの人には見えません。"
    >
      {messages.length === 0 && (
        <EmptyState>まだメッセージはありません。分からないことや相談したいことを、気軽に書いてください。</EmptyState>
      )}
      <Messages messages={messages} frame={frame} />
      {may && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={urls.messages(here)}>
            メッセージを書く
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}

/** The thread of the talks, oldest first. */
export function Messages({ messages, frame }: { messages: Messages; frame: Frame }) {
  if (messages.length === 0) return null
  return (
    <Thread
      messages={messages.map((one) => ({
        id: `message-${one.id}`,
        side: one.side === 'proposer' ? 0 : 1,
        party: one.stands_for,
        person: one.written_by,
        at: isoDateTime(one.at),
        when: dateTimeLabel(one.at),
        text: one.kind === 'meeting' ? `${dateLabel(one.met_on!)}に話し合いました。\n\n${one.text}` : one.text,
        files: one.files.map((file) => ({
          href: fileUrls.file({ city: frame.city.slug, id: file.id, name: file.name }),
          name: file.name,
          bytes: Number(file.bytes),
        })),
        channel: one.channel === 'web' ? undefined : `${channelLabels[one.channel]}で受け、市の担当者が入力`,
      }))}
    />
  )
}

/** What each new text changed in the one before it: corrected, or revised in the talks. */
function EarlierTexts({ frame, data: { versions, sheet } }: { frame: Frame; data: Inside }) {
  if (versions.length < 2) return null
  return (
    <Details summary={`内容の移り変わり（${versions.length - 1}回改めました）`}>
      {versions.slice(1).map((version, index) => (
        <Section heading={`${dateLabel(today(version.at))}に${version.written_by}さんが改めたところ`} level={3}>
          <Diff
            before="改める前"
            after="改めたあと"
            changes={changesIn(sheet, versions[index]!, version, frame.lang)}
          />
        </Section>
      ))}
    </Details>
  )
}

function changesIn(sheet: Sheet, before: Versions[number], after: Versions[number], lang: Frame['lang']): Change[] {
  const title = sheet.titleKey ? [] : [{ label: '提案の題名', before: before.title, after: after.title }]
  const answers = questionsOf(sheet).map(({ key, question }) => ({
    label: label(question.label, lang),
    before: answerLines(question, before.contents[key]).join('\n'),
    after: answerLines(question, after.contents[key]).join('\n'),
  }))
  return [...title, ...answers].filter((one) => one.before !== one.after)
}

function History({ frame, proposal, entries }: { frame: Frame; proposal: Inside['proposal']; entries: Entry[] }) {
  const mine = isProposer(frame.actor, proposal) || entersFor(frame.actor, proposal) || isStaff(frame.actor)
  // What was said stands in the talks themselves.
  const told = entries.filter((entry) => events[entry.kind] && entry.kind !== 'proposal.message-written')
  const shown = told.filter((entry) => mine || events[entry.kind]!.audience === 'public')
  if (shown.length === 0) return null
  return (
    <Section heading="これまでのあゆみ" id="history">
      <Timeline
        events={shown.map((entry) => ({
          at: isoDateTime(entry.at),
          when: dateTimeLabel(entry.at),
          what: entrySays(entry),
          who: entry.names?.party ?? entry.names?.actor,
          channel:
            entry.channel === 'web' || entry.channel === 'system'
              ? undefined
              : `${channelLabels[entry.channel]}（市の担当者が入力）`,
          milestone: entry.kind === 'proposal.decided' || entry.kind === 'proposal.submitted',
        }))}
      />
    </Section>
  )
}

function PublicPage({ frame, proposal, charter }: { frame: Frame; proposal: Published; charter: Charter }) {
  return (
    <CityPage
      frame={frame}
      title={proposal.title}
      eyebrow={[numberLabel(charter, proposal), programmeName(charter, proposal, frame.lang)].join('　')}
      lead={proposal.public_summary}
      aside={<StateBadge charter={charter} proposal={proposal} lang={frame.lang} />}
      breadcrumbs={crumbs(frame)}
      description={proposal.public_summary}
    >
      {proposal.state === 'declined' && (
        <Notice>この提案は採択されましたが、その後、提案した団体が辞退しました。</Notice>
      )}
      <SummaryList
        facts={[
          { label: '提案した団体', value: <ProposerLink frame={frame} proposal={proposal} /> },
          { label: '受け付けた日', value: dateLabel(proposal.received_on) },
        ]}
      />
      <DecisionSection charter={charter} proposal={proposal} />
      {proposal.public_contents.map((section) => (
        <Section heading={section.heading}>
          <SummaryList
            facts={section.items.map((item) => ({
              label: item.label,
              value: <Paragraphs text={item.lines.join('\n')} />,
            }))}
          />
        </Section>
      ))}
      <p class="small">{`${dateLabel(today(proposal.published_at))}に公表しました。`}</p>
    </CityPage>
  )
}

/** The group, with the way to its page where it has one that everyone may read. */
function ProposerLink({ frame, proposal }: { frame: Frame; proposal: Published }) {
  const { party_name, party_number } = proposal
  if (party_number === null) return <>{party_name}</>
  return <a href={parties.show({ city: frame.city.slug, number: String(party_number) })}>{party_name}</a>
}
