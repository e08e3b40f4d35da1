import { type AttachedFile, filesOf } from '../../../platform/files/attached.ts'
import { urls as fileUrls } from '../../../platform/files/urls.ts'
import { eventOf } from '../../../platform/record/event.ts'
import { type Entry, entriesOf, tell } from '../../../platform/record/index.ts'
import { dateLabel, dateTimeLabel, isoDateTime, today } from '../../../platform/time/index.ts'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import {
  ButtonLink,
  ButtonRow,
  Details,
  type Fact,
  FileList,
  Notice,
  Paragraphs,
  Section,
  SummaryList,
  Timeline,
} from '../../../ui/index.ts'
import { type Charter, getCharter, getPublishedCharter, word } from '../../charters/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { proposalRef } from '../../proposals/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { someNames } from '../agreement/standing.ts'
import { amended, cameIntoForce, events } from '../events.ts'
import { DraftSection } from '../parts/draft.tsx'
import { AgreementSheet, Annex, DigestNote, SignatureList, WhatSigningIs } from '../parts/sheet.tsx'
import { findPublished } from '../queries/lists.ts'
import { findAddressed, listProposalOf } from '../queries/one.ts'
import { AgreementPage, StateBadge } from '../subject.tsx'
import { type Agreement, type AgreementText, type FromProposal, type PublishedAgreement, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { Next, projectsOf } from './next.tsx'

type Released = PublishedAgreement & { proposals: FromProposal[] }

interface Shown {
  charter: Charter
  own: { agreement: Agreement; entries: Entry[]; files: AttachedFile[]; proposals: FromProposal[] } | null
}

/** One agreement: for the parties where it stands and what to do, for everyone the released copy. */
function ShowAgreementPage(props: Views<Released | null, Shown>) {
  return props.data.own ? <OwnPage {...props} own={props.data.own} /> : <PublicPage {...props} />
}

function PublicPage({ frame, published, data }: Views<Released | null, Shown>) {
  const { charter } = data
  const one = published!
  const text = one.published_text
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={one}
      title={text.title}
      lead={<Lead agreement={one} text={text} now={frame.now} />}
    >
      <Outcome agreement={one} />
      <Facts frame={frame} text={text} charter={charter} proposals={one.proposals} />
      <Annexes text={text} />
      <Section heading="署名" id="signatures">
        <SignatureList text={text} signatures={one.published_signatures} />
      </Section>
      <Downloads frame={frame} agreement={one} />
      <Details summary="全文を読む（公開用の写し）">
        <p class="small">個人の情報などを伏せた写しです。伏せたところは「■■■」と表示しています。</p>
        <AgreementSheet text={text} />
      </Details>
    </AgreementPage>
  )
}

function Lead({ agreement, text, now }: { agreement: PublishedAgreement | Agreement; text: AgreementText; now: Date }) {
  return (
    <>
      <StateBadge agreement={agreement} now={now} /> {someNames(text.parties)}
    </>
  )
}

function OwnPage({ frame, data, own }: Views<Released | null, Shown> & { own: NonNullable<Shown['own']> }) {
  const { charter } = data
  const { agreement, entries, files } = own
  const version = agreement.current ?? agreement.offered
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={agreement}
      title={agreement.title}
      lead={<StateBadge agreement={agreement} now={frame.now} />}
    >
      <Outcome agreement={agreement} />
      <Next frame={frame} agreement={agreement} entries={entries} />
      {agreement.draft && <DraftSection agreement={agreement} draft={agreement.draft} charter={charter} />}
      {agreement.offered && (
        <Section heading={agreement.current ? '署名を待っている変更の文面' : '署名を待っている文面'} id="offered">
          <SignatureList
            text={agreement.offered.text}
            signatures={agreement.offered.signatures}
            taken={takenIn(entries, agreement.offered.version)}
          />
          <Details summary="署名を待っている文面の全体を読む" open={!agreement.current}>
            <AgreementSheet text={agreement.offered.text} />
            <DigestNote version={agreement.offered} />
          </Details>
          <p>
            <a href={urls.pdf(at(frame, agreement), { version: String(agreement.offered.version) })} download>
              署名用の用紙を印刷する（PDF）
            </a>
          </p>
        </Section>
      )}
      {agreement.current && (
        <Facts
          frame={frame}
          text={agreement.current.text}
          charter={charter}
          proposals={own.proposals}
          made={projectsOf(entries)}
        />
      )}
      {agreement.current && <Annexes text={agreement.current.text} />}
      {agreement.current && (
        <Section
          heading="効力のある文面と署名"
          id="current"
          more={{ href: urls.versions(at(frame, agreement)), label: 'これまでの文面' }}
        >
          <SignatureList
            text={agreement.current.text}
            signatures={agreement.current.signatures}
            taken={takenIn(entries, agreement.current.version)}
          />
          <Details summary={`文面の全体を読む（第${agreement.current.version}版）`}>
            <AgreementSheet text={agreement.current.text} />
            <DigestNote version={agreement.current} />
          </Details>
        </Section>
      )}
      {files.length > 0 && (
        <Section heading="署名した用紙の写し" id="scans">
          <FileList
            files={files.map(({ id, name, bytes }) => ({
              href: fileUrls.file({ city: frame.city.slug, id, name }),
              name,
              bytes: Number(bytes),
            }))}
          />
        </Section>
      )}
      {agreement.current && <Downloads frame={frame} agreement={agreement} />}
      {version && (
        <Section heading="この署名について" id="what">
          <WhatSigningIs />
        </Section>
      )}
      <Section heading="これまでのこと" id="history">
        <History entries={entries} />
      </Section>
    </AgreementPage>
  )
}

/** Who took a party's paper in and when, as the record tells. */
const takenIn = (entries: readonly Entry[], version: number) => (party_id: string) => {
  const entry = entries.find(
    (one) =>
      one.kind === 'agreement.signed' &&
      one.channel === 'paper' &&
      one.party_id === party_id &&
      one.payload.version === version,
  )
  return entry && `記録　${entry.names?.actor ?? ''}　${dateLabel(today(entry.at))}`
}

const at = (frame: Frame, one: Parameters<typeof refOf>[0]) => ({ city: frame.city.slug, ref: refOf(one) })

function Outcome({ agreement }: { agreement: Pick<Agreement, 'state' | 'ended_on' | 'termination'> }) {
  if (agreement.state !== 'terminated') return null
  return (
    <Notice kind="warning" heading={`${agreement.ended_on ? dateLabel(agreement.ended_on) : ''}をもって取りやめました`}>
      <Paragraphs text={agreement.termination} />
    </Notice>
  )
}

function Facts(props: {
  frame: Frame
  text: AgreementText
  charter: Charter
  proposals: FromProposal[]
  made?: { ref: string; title: string }[]
}) {
  const { frame, text, charter, proposals: from, made = [] } = props
  const facts: Fact[] = [
    { label: '目的', value: <Paragraphs text={text.purpose} /> },
    {
      label: '期間',
      value: `${dateLabel(text.starts_on)}から${text.ends_on ? `${dateLabel(text.ends_on)}まで` : '（終わりの日は定めていません）'}`,
    },
    ...(text.sunset_on ? [{ label: '見直しの日', value: dateLabel(text.sunset_on) }] : []),
    { label: word(charter, 'party'), value: <PartyNames text={text} /> },
    ...from.map((one) => ({
      label: 'もとになった提案',
      value: <a href={proposals.show({ city: frame.city.slug, ref: proposalRef(one) })}>{one.title}</a>,
    })),
    ...made.map((one) => ({
      label: 'この取り決めによる事業',
      value: <a href={projects.show({ city: frame.city.slug, ref: one.ref })}>{one.title}</a>,
    })),
  ]
  return <SummaryList facts={facts} />
}

function PartyNames({ text }: { text: AgreementText }) {
  return (
    <ol class="plain">
      {text.parties.map(({ mark, name }) => (
        <li>
          {mark}　{name}
        </li>
      ))}
    </ol>
  )
}

function Annexes({ text }: { text: AgreementText }) {
  if (!text.targets.length && !text.roles.length && !text.money.length) return null
  return (
    <Section heading="目標と役割" id="annex">
      <Annex text={text} />
    </Section>
  )
}

function Downloads({ frame, agreement }: { frame: Frame; agreement: Parameters<typeof refOf>[0] }) {
  return (
    <ButtonRow>
      <ButtonLink kind="secondary" href={urls.pdf(at(frame, agreement))} download>
        文面をPDFで受け取る
      </ButtonLink>
    </ButtonRow>
  )
}

const channels: Record<string, string> = {
  paper: '用紙（担当課が入力）',
  phone: '電話（担当課が入力）',
  counter: '窓口（担当課が入力）',
}

function History({ entries }: { entries: Entry[] }) {
  return (
    <Timeline
      events={entries.map((entry) => ({
        at: isoDateTime(entry.at),
        when: dateTimeLabel(entry.at),
        what: tell(eventOf([{ events }], entry.kind), entry.payload) ?? entry.kind,
        who: [entry.names?.party, entry.names?.actor].filter(Boolean).join('　'),
        channel: channels[entry.channel],
        milestone: cameIntoForce.is(entry) || amended.is(entry),
      }))}
    />
  )
}

/** One agreement: where it stands for those it concerns, the released copy for everyone. */
export const showPage = definePage({
  who: 'anyone',
  published: async (c) => (await findPublished(c.db, c.city.id, c.params.ref!)) ?? null,
  load: async (c): Promise<Shown | undefined> => {
    const agreement = await findAddressed(c)
    if (!agreement && !c.published) return undefined
    if (!agreement) return { charter: await getCharter(c.db, c.published!.charter_id), own: null }
    const subject = { kind: 'agreement', id: agreement.id }
    const entries = await entriesOf(c.db, [subject])
    const files = await filesOf(c.db, subject, 'signature')
    const proposals = await listProposalOf(c.db, agreement)
    return { charter: agreement.charter, own: { agreement, entries, files, proposals } }
  },
  guest: async (c) => ({ charter: await getPublishedCharter(c.db, c.city.id, c.published!.charter_id), own: null }),
  view: ShowAgreementPage,
})
