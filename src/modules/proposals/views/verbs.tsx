import type { Child } from 'hono/jsx'
import { dateLabel } from '../../../platform/time.ts'
import type { FormState, Frame, Views } from '../../../platform/web/index.ts'
import {
  CheckboxField,
  CheckboxGroup,
  ConfirmPanel,
  DateField,
  Details,
  FileField,
  Form,
  Notice,
  Paragraphs,
  RadioField,
  SelectField,
  SubmitRow,
  SummaryList,
  TextAreaField,
} from '../../../ui/index.ts'
import { label, programme } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { answerLines, questionsOf } from '../../programmes/index.ts'
import { limits } from '../forms.ts'
import type { Decision } from '../lifecycle.ts'
import type { listMessages, Seen } from '../queries.ts'
import { decisionLabel, entersFor, isProposer } from '../rules.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { at, crumbs, eyebrowOf, titleOf } from './parts.tsx'
import { Messages } from './show.tsx'

export interface Department {
  id: string
  name: string
  unit: string
}

export type Handling = Seen & {
  departments: Department[]
  offered: readonly Decision[]
  messages: Awaited<ReturnType<typeof listMessages>>
}
type Props = Views<undefined, Handling>

/** The frame of every verb's page: which proposal it is about, and the way back. */
function VerbPage({
  frame,
  form,
  data,
  title,
  lead,
  children,
}: Props & { title: string; lead?: string; children: Child }) {
  const { proposal, charter } = data
  return (
    <CityPage
      frame={frame}
      title={title}
      eyebrow={`${eyebrowOf(charter, proposal)}　${titleOf(proposal)}`}
      lead={lead}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[...crumbs(frame), { href: urls.show(at(frame, refOf(proposal))), label: titleOf(proposal) }]}
    >
      {children}
    </CityPage>
  )
}

const back = (frame: Frame, { proposal }: Seen, words: string) => ({
  href: urls.show(at(frame, refOf(proposal))),
  label: words,
})

function DepartmentField({ form, data, required }: { form: FormState; data: Handling; required?: boolean }) {
  const options = data.departments
    .filter((one) => one.unit !== 'city')
    .map((one) => ({ value: one.id, label: one.name }))
  return (
    <SelectField
      form={form}
      name="department_id"
      label="担当する課"
      required={required}
      options={options}
      hint="提案の内容を話し合う課です。あとから変えることもできます。"
    />
  )
}

export function AcceptancePage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="受理する" lead="書類がそろい、この制度で扱える提案であることを確かめて受理します。">
      <ToCheck data={data} frame={frame} />
      <ConfirmPanel
        form={form}
        heading="この提案を受理しますか"
        consequences={[
          '団体に、受理したことが伝わります。',
          '担当課を決めると、その課の職員も提案を読めるようになります。',
        ]}
        confirm="受理する"
        cancel={back(frame, data, '受理せずに戻る')}
      >
        <DepartmentField form={form} data={data} />
      </ConfirmPanel>
    </VerbPage>
  )
}

/** What the programme asks of its proposers and what it excludes: read by a person, before anybody says yes. */
function ToCheck({ data, frame }: { data: Handling; frame: Frame }) {
  const { proposal, charter } = data
  const found = programme(charter, proposal.programme)
  const needs = found?.tracks.find(({ key }) => key === proposal.track)?.proposerNeeds ?? []
  const excludes = found?.excludes ?? []
  if (needs.length + excludes.length === 0) return null
  return (
    <Notice heading="受理する前に確かめること">
      <ul>
        {needs.map((one) => (
          <li>{label(one.label, frame.lang)}</li>
        ))}
        {excludes.map((one) => (
          <li>{`対象外に当たらないこと：${label(one.label, frame.lang)}`}</li>
        ))}
      </ul>
    </Notice>
  )
}

export function DepartmentPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="担当課を決める">
      <Form form={form}>
        <DepartmentField form={form} data={data} required />
        <SubmitRow primary="この課に決める" cancel={back(frame, data, '変えずに戻る')} />
      </Form>
    </VerbPage>
  )
}

export function CorrectionPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage
      {...props}
      title="補正を求める"
      lead="団体の方が何をどう直せばよいか、そのまま分かるように書いてください。受付番号は変わりません。"
    >
      <Form form={form}>
        <TextAreaField
          form={form}
          name="correction"
          label="直してほしいところ"
          required
          rows={8}
          maxlength={limits.correction}
          hint="例：「収支の予定」の支出の合計が、収入の合計と合っていません。もう一度ご確認ください。"
        />
        <DateField form={form} name="correct_by" label="いつまでに" hint="目安の日です。例：令和8年6月15日" />
        <SubmitRow primary="団体に補正を求める" cancel={back(frame, data, '求めずに戻る')} />
      </Form>
    </VerbPage>
  )
}

export function TalksPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="話し合いを始める">
      <ConfirmPanel
        form={form}
        heading="団体との話し合いを始めますか"
        consequences={[
          '団体と担当課が、メッセージをやりとりできるようになります。',
          '話し合いの間、団体は提案の内容を改められます。',
        ]}
        confirm="話し合いを始める"
        cancel={back(frame, data, '始めずに戻る')}
      >
        <TextAreaField
          form={form}
          name="text"
          label="はじめのメッセージ"
          rows={5}
          maxlength={limits.message}
          hint="顔合わせの候補日や、確かめたいことを書いておくと、話が早く進みます。"
        />
      </ConfirmPanel>
    </VerbPage>
  )
}

export function ReviewPage(props: Props) {
  const { frame, form, data } = props
  const sides = new Set(data.messages.map((one) => one.side))
  return (
    <VerbPage {...props} title="審査に回す">
      {sides.size < 2 && (
        <Notice kind="warning" heading="話し合いの記録がそろっていません">
          団体と市の両方の発言がまだ残っていません。電話や対面で話し合ったときは、その記録を先に書き残してください。
        </Notice>
      )}
      <ConfirmPanel
        form={form}
        heading="この提案を審査に回しますか"
        consequences={[
          'いまの内容で審査します。団体は内容を改められなくなります。',
          '団体に、審査が始まったことが伝わります。',
        ]}
        confirm="審査に回す"
        cancel={back(frame, data, '回さずに戻る')}
      />
    </VerbPage>
  )
}

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
    ({ key, question }) => question.kind !== 'files' && answerLines(question, proposal.contents[key]).length > 0,
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

export function WithdrawalPage(props: Props) {
  const { frame, form, data } = props
  const draft = data.proposal.number === null
  return (
    <VerbPage {...props} title={draft ? '下書きを取り下げる' : '提案を取り下げる'}>
      <ConfirmPanel
        form={form}
        danger
        heading={draft ? 'この下書きをやめますか' : 'この提案を取り下げますか'}
        consequences={
          draft
            ? ['この下書きは、もう提出できなくなります。', '書いた内容は残り、あとから読めます。']
            : [
                '審査の対象から外れます。',
                '書いた内容と話し合いの記録は残ります。',
                '市の担当者に、取り下げたことが伝わります。',
              ]
        }
        confirm="取り下げる"
        cancel={back(frame, data, '取り下げずに戻る')}
      >
        <TextAreaField
          form={form}
          name="reason"
          label="理由"
          rows={3}
          maxlength={limits.withdrawal}
          hint="差し支えなければお書きください。"
        />
      </ConfirmPanel>
    </VerbPage>
  )
}

export function RefusalPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="採択を辞退する">
      <ConfirmPanel
        form={form}
        danger
        heading="採択された提案を辞退しますか"
        consequences={['この提案による協働の事業は行われません。', '市の担当者に、辞退したことが伝わります。']}
        confirm="辞退する"
        cancel={back(frame, data, '辞退せずに戻る')}
      >
        <TextAreaField form={form} name="reason" label="理由" required rows={4} maxlength={limits.withdrawal} />
      </ConfirmPanel>
    </VerbPage>
  )
}

/** A word to the other side, or the notes of a meeting. */
export function MessagesPage(props: Props) {
  const { frame, form, data } = props
  const { proposal, messages } = data
  const { actor } = frame
  const other = isProposer(actor, proposal) ? '市の担当者' : proposal.party_name
  return (
    <VerbPage
      {...props}
      title="メッセージを書く"
      lead={`${other}に届きます。団体と市の担当者の両方が読みます。ほかの人には見えません。`}
    >
      <Messages messages={messages.slice(-5)} frame={frame} />
      <Form form={form} multipart>
        <TextAreaField form={form} name="text" label="本文" required rows={7} maxlength={limits.message} />
        <Details
          summary="会って（電話で）話し合った記録として残すとき"
          open={Boolean(form.errors.met_on) || form.values.kind === 'meeting'}
        >
          <CheckboxField form={form} name="kind" value="meeting" label="話し合いの記録として残す" unmarked />
          <DateField form={form} name="met_on" label="話し合った日" unmarked hint="例：令和8年6月10日" />
        </Details>
        {entersFor(actor, proposal) && !isProposer(actor, proposal) && (
          <RadioField
            form={form}
            name="side"
            label="だれの言葉ですか"
            unmarked
            options={[
              { value: 'city', label: '市から' },
              { value: 'proposer', label: `${proposal.party_name}から（書面・電話・窓口で聞いたことを入力）` },
            ]}
          />
        )}
        <FileField form={form} name="files" label="添付するファイル" multiple hint="PDF・写真・Wordなど。" />
        <SubmitRow primary="送る" cancel={back(frame, data, '送らずに戻る')} />
      </Form>
      {proposal.received_on && <p class="small">{`この提案は${dateLabel(proposal.received_on)}に受け付けました。`}</p>}
    </VerbPage>
  )
}
