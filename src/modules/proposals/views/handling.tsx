import type { FormState, Frame } from '../../../platform/web/index.ts'
import { ConfirmPanel, DateField, Form, Notice, SelectField, SubmitRow, TextAreaField } from '../../../ui/index.ts'
import { label, programme } from '../../charters/index.ts'
import { limits } from '../forms.ts'
import { back, type Handling, type Props, VerbPage } from './verb.tsx'

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
