import { type Letter, newestLetter } from '../../../platform/letters/index.ts'
import { dateLabel, dateTimeLabel, fiscalYearLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage, letterHref } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, PrintSheet, Section, SummaryList } from '../../../ui/index.ts'
import { label, word } from '../../charters/index.ts'
import { channelLabels } from '../parts/answers.tsx'
import { addresseeOf, contactFor, nextSteps } from '../proposal/correspondence.ts'
import { numberLabel, programmeName, receiptOf, titleOf } from '../proposal/proposal.ts'
import { findSeen, type Seen } from '../queries/one.ts'
import { crumbs } from '../subject.tsx'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

function ReceiptPage({ frame, data }: Views<undefined, Seen & { letter: Letter | undefined }>) {
  const { proposal, charter, letter } = data
  const here = { city: frame.city.slug, ref: refOf(proposal) }
  const { contact, name } = charter.city
  return (
    <CityPage
      frame={frame}
      title="受付票"
      heading={false}
      breadcrumbs={[...crumbs(frame), { href: urls.show(here), label: titleOf(proposal) }]}
    >
      <PrintSheet
        level={1}
        title="受付票"
        date={plainDateLabel(today(receiptOf(proposal).submitted_at))}
        addressee={addresseeOf(charter, proposal).join('\n')}
        sender={`${label(name)}\n${label(contact.section)}`}
      >
        <p>{`次のとおり、${word(charter, 'proposal')}を受け付けました。お問い合わせのときは、受付番号をお知らせください。`}</p>
        <Received data={data} />
        {proposal.decision === null && <NextSteps data={data} />}
      </PrintSheet>
      <ButtonRow>
        <ButtonLink href={urls.show(here)}>提案のページへ</ButtonLink>
        <ButtonLink kind="secondary" href={letter ? letterHref(urls.show(here), letter) : urls.receiptLetter(here)}>
          受付票のPDF
        </ButtonLink>
      </ButtonRow>
    </CityPage>
  )
}

function Received({ data: { proposal, charter } }: { data: Seen }) {
  const { submitted_at, received_on, fiscal_year } = receiptOf(proposal)
  const at = proposal.channel === 'web' ? dateTimeLabel(submitted_at) : dateLabel(received_on)
  const year = fiscalYearLabel(fiscal_year, charter.city.eraChange)
  return (
    <SummaryList
      facts={[
        { label: '受付番号', value: <strong>{numberLabel(charter, proposal)}</strong> },
        { label: '受け付けた日時', value: at },
        { label: '提案の題名', value: titleOf(proposal) },
        { label: '制度', value: `${year}　${programmeName(charter, proposal)}` },
        { label: '提出のしかた', value: channelLabels[proposal.channel] },
        { label: 'お問い合わせ', value: <p class="as-typed">{contactFor(charter, proposal).join('\n')}</p> },
      ]}
    />
  )
}

function NextSteps({ data: { proposal, charter } }: { data: Seen }) {
  return (
    <Section heading="これからのこと">
      <ol>
        {nextSteps(charter, proposal).map(({ step, says, until }) => (
          <li>
            <strong>{step}</strong>
            {`　${says}`}
            {until && `（めやす：${dateLabel(until)}まで）`}
          </li>
        ))}
      </ol>
    </Section>
  )
}

export const receiptPage = definePage({
  who: 'signed-in',
  load: async (c) => {
    const found = await findSeen(c)
    if (!found?.proposal.submitted_at) return undefined
    const letter = await newestLetter(c.db, { kind: 'proposal', id: found.proposal.id }, 'proposal.receipt')
    return { ...found, letter }
  },
  view: ReceiptPage,
})
