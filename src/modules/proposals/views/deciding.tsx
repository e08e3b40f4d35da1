import {
  CheckboxGroup,
  ConfirmPanel,
  DateField,
  Form,
  Paragraphs,
  RadioField,
  SubmitRow,
  SummaryList,
  TextAreaField,
} from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { answerLines, isBlank, questionsOf } from '../../questionnaires/index.ts'
import { limits } from '../forms.ts'
import type { Seen } from '../queries/one.ts'
import { decisionLabel } from '../rules.ts'
import { back, type Props, VerbPage } from './verb.tsx'

export function DecisionPage(props: Props) {
  const { frame, form, data } = props
  const { proposal, charter, offered } = data
  const options = offered.map((one) => ({
    value: one,
    label: decisionLabel(charter, proposal.programme, one, frame.lang),
  }))
  return (
    <VerbPage
      {...props}
      title="決定する"
      lead="理由は、通知書に印刷され、公表のときにはそのまま公開されます。団体の方が納得できる言葉で書いてください。"
    >
      <Form form={form}>
        <RadioField form={form} name="decision" label="決定" required options={options} />
        <TextAreaField form={form} name="reasons" label="理由" required rows={8} maxlength={limits.reasons} />
        <TextAreaField
          form={form}
          name="conditions"
          label="採択の条件"
          rows={4}
          maxlength={limits.conditions}
          hint="条件をつけて採択するときだけ書いてください。"
        />
        <DateField form={form} name="decided_on" label="決定した日" required />
        <DateField
          form={form}
          name="released_on"
          label="公表する日"
          hint="この日より前には公表されません。空のままにすると、決定した日から公表できます。"
        />
        <SubmitRow primary="この内容で決定する" cancel={back(frame, data, '決定せずに戻る')} />
      </Form>
    </VerbPage>
  )
}

export function ResumptionPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="審査を再開する">
      <ConfirmPanel
        form={form}
        heading="保留にした提案の審査を再開しますか"
        consequences={['状態が「審査中」に戻ります。', '保留としたときの理由は、記録に残ります。']}
        confirm="再開する"
        cancel={back(frame, data, '再開せずに戻る')}
      />
    </VerbPage>
  )
}

/** What the public will read: a summary in plain words, and the parts of the text that may be shown. */
export function ReleasePage(props: Props) {
  const { frame, form, data } = props
  const { sheet, proposal, charter } = data
  const options = releasable(data).map(({ key, question }) => ({
    value: key,
    label: label(question.label, frame.lang),
    hint: answerLines(question, proposal.contents[key]).join('　').slice(0, 80),
  }))
  return (
    <VerbPage
      {...props}
      title="決定を公表する"
      lead="だれでも読めるページになります。個人の名前や連絡先が入っているところは、外してください。"
    >
      <SummaryList
        facts={[
          {
            label: '決定',
            value: proposal.decision && decisionLabel(charter, proposal.programme, proposal.decision, frame.lang),
          },
          { label: '理由（そのまま公表されます）', value: <Paragraphs text={proposal.reasons} /> },
        ]}
      />
      <Form form={form}>
        <TextAreaField
          form={form}
          name="summary"
          label="要旨"
          required
          rows={4}
          maxlength={limits.summary}
          hint="はじめて読む方に、どんな提案かが伝わる一段落にしてください。"
        />
        {sheet.sections.length > 0 && (
          <CheckboxGroup
            form={form}
            name="keys"
            label="公表する部分"
            options={options}
            hint="添付のファイルと話し合いは公表されません。"
          />
        )}
        <SubmitRow
          primary={proposal.published_at ? '公表の内容を改める' : '公表する'}
          cancel={back(frame, data, '公表せずに戻る')}
        />
      </Form>
    </VerbPage>
  )
}

/** The questions whose answers may be released: files never are, and empty ones need no choice. */
export function releasable({ sheet, proposal }: Pick<Seen, 'sheet' | 'proposal'>) {
  return questionsOf(sheet).filter(
    ({ key, question }) => question.kind !== 'files' && !isBlank(question, proposal.contents[key]),
  )
}

export function WithholdingPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="公表を取りやめる">
      <ConfirmPanel
        form={form}
        danger
        heading="この提案の公表を取りやめますか"
        consequences={[
          '公表のページ、一覧、検索、データから、すぐに見えなくなります。',
          '決定そのものは変わりません。',
        ]}
        confirm="公表を取りやめる"
        cancel={back(frame, data, '取りやめずに戻る')}
      >
        <TextAreaField
          form={form}
          name="reason"
          label="理由"
          required
          rows={3}
          maxlength={limits.withdrawal}
          hint="記録に残り、団体と職員が読めます。"
        />
      </ConfirmPanel>
    </VerbPage>
  )
}
