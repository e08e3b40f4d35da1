import { plainDateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { ButtonLink, ButtonRow, DateField, Form, fieldId, Notice, SubmitRow, SummaryList } from '../../../ui/index.ts'
import { Answers } from '../parts/answers.tsx'
import { OwnPaper } from '../parts/own-paper.tsx'
import { programmeName } from '../proposal/proposal.ts'
import type { Writing } from '../queries/writing.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

export function SubmissionPage(props: VerbPage<Proposal, Writing>) {
  const { frame, form, thing: proposal, extra } = props
  const here = { city: frame.city.slug, ref: refOf(proposal) }
  const paper = proposal.channel !== 'web'
  // Errors of the submission itself are shown beside those found when the page was loaded.
  const { '': refused, ...found } = form.errors
  const problems = { ...extra.problems, ...found }
  const missing = Object.keys(problems).length > 0
  const open = extra.reception === undefined
  const may = open && (paper ? Boolean(proposal.title) : !missing)
  return (
    <>
      {refused && (
        <Notice kind="error" heading="提出できませんでした" announce>
          {refused}
        </Notice>
      )}
      {!open && (
        <Notice
          kind="warning"
          heading="いまは提出できません"
        >{`${extra.reception}書いた内容は下書きとして残っています。次の受付のときに、そのまま提出できます。`}</Notice>
      )}
      {missing && <Missing problems={problems} edit={urls.edit(here, { check: '1' })} paper={paper} />}
      {may && !missing && (
        <p class="lead">
          {paper
            ? '書面のとおりに入力できているか、お確かめください。'
            : 'この内容でよろしければ、いちばん下の「提出する」を押してください。'}
        </p>
      )}
      <SummaryList
        facts={[
          { label: '提案する団体', value: proposal.party_now },
          { label: '制度', value: programmeName(proposal.charter, proposal, frame.lang) },
        ]}
      />
      <Answers seen={extra} frame={frame} edit={urls.edit(here)} />
      {may ? (
        <SubmitPart {...props} back={urls.edit(here)} />
      ) : (
        <ButtonRow>
          <ButtonLink href={urls.edit(here, { check: '1' })}>続きを書く</ButtonLink>
        </ButtonRow>
      )}
    </>
  )
}

function Missing({ problems, edit, paper }: { problems: Record<string, string>; edit: string; paper: boolean }) {
  const list = Object.entries(problems)
  return (
    <Notice
      kind={paper ? 'info' : 'warning'}
      heading={paper ? `書面に書かれていないところが${list.length}か所あります` : `あと${list.length}か所です`}
    >
      {paper && <p>このまま受け付けて、あとで団体に補正をお願いすることもできます。</p>}
      <ul>
        {list.map(([name, sentence]) => (
          <li>
            <a href={`${edit}#${fieldId(name)}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function SubmitPart(props: VerbPage<Proposal, Writing>) {
  const { frame, form, thing, verb, back } = props
  const paper = thing.channel !== 'web'
  return (
    <Form form={form} hideSummary label="提出" multipart>
      <OwnPaper {...props} />
      {paper && thing.number === null && (
        <DateField
          form={form}
          name="received_on"
          label="書面が届いた日"
          required
          hint="この日を受付の日とします。例：令和8年5月29日"
        />
      )}
      {!paper && (
        <p>
          <strong>{thing.party_now}</strong>として提出します。
        </p>
      )}
      <ul>
        {verb.before(props).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: verb.leave(thing) }} />
    </Form>
  )
}

export const submissionBlank = ({ received_on }: Proposal) =>
  flatten({ received_on: received_on && plainDateLabel(received_on) })
