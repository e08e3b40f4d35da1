import type { FormState, Frame, Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  ConfirmPanel,
  DateField,
  Form,
  Notice,
  PartyField,
  SubmitRow,
  TextAreaField,
  YenField,
} from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { limits } from '../forms.ts'
import type { Inside } from '../queries.ts'
import { refOf, stepsBefore, voicesOf } from '../rules.ts'
import { urls } from '../urls.ts'
import { MissingList, missingOf } from './missing.tsx'

export interface Working {
  project: Inside
  charter: Charter
}

export type Props = Views<undefined, Working>

/** Who the person does it for; nothing is asked of staff who stand for no party in it. */
export function ActingField({ frame, form, project }: { frame: Frame; form: FormState; project: Inside }) {
  const voices = voicesOf(frame.actor, project.parties)
  if (voices.length === 0) return null
  return (
    <PartyField
      form={form}
      name="acting_for"
      parties={voices.map((one) => ({ value: one.party_id!, label: one.name! }))}
    />
  )
}

/** The frame of a page on which one thing is done to one project. */
export function VerbPage({
  frame,
  form,
  data,
  title,
  children,
}: Pick<Props, 'frame' | 'form' | 'data'> & { title: string; children: unknown }) {
  const at = { city: frame.city.slug, ref: refOf(data.project) }
  return (
    <CityPage
      frame={frame}
      title={title}
      eyebrow={data.project.title}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: urls.show(at), label: data.project.title }]}
    >
      {children as never}
    </CityPage>
  )
}

export const back = ({ frame, data }: Pick<Props, 'frame' | 'data'>) => ({
  href: urls.show({ city: frame.city.slug, ref: refOf(data.project) }),
  label: '何もせずに戻る',
})

export function StartPage(props: Props) {
  const { frame, form, data } = props
  const missing = missingOf(frame.city.slug, data.project, data.charter)
  return (
    <VerbPage {...props} title="事業を始める">
      {missing.length > 0 && (
        <Notice kind="warning" heading="始める前に、そろえること">
          <MissingList missing={missing} form={form} />
        </Notice>
      )}
      <ConfirmPanel
        form={form}
        heading="この事業を始めますか"
        consequences={[
          '状態が「実施中」になります。',
          '活動の報告を書けるようになります。',
          '始まりの日が、歩みに載ります。',
        ]}
        confirm="始める"
        cancel={back(props)}
      >
        <ActingField frame={frame} form={form} project={data.project} />
        <DateField
          form={form}
          name="started_on"
          label="始めた日"
          required
          hint="今日までの日を書きます。これから始まる事業は、その日まで「準備中」のままにしておけます。"
        />
      </ConfirmPanel>
    </VerbPage>
  )
}

export function FinishPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="活動を終えて評価に進む">
      <ConfirmPanel
        form={form}
        heading="今年の活動を終えますか"
        consequences={[
          `状態が「評価待ち」になり、${word(data.charter, 'evaluation')}を始められます。`,
          '報告や目標の結果は、このあとも書けます。',
        ]}
        confirm="活動を終える"
        cancel={back(props)}
      >
        <ActingField frame={frame} form={form} project={data.project} />
        <DateField form={form} name="finished_on" label="活動を終えた日" required />
        <YenField form={form} name="actual_yen" label="決算額" />
      </ConfirmPanel>
    </VerbPage>
  )
}

export function StopPage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title="途中で終える">
      <ConfirmPanel
        form={form}
        heading="この事業を途中で終えますか"
        consequences={['評価をせずに「終了」と決まります。元には戻せません。', '理由が、事業のページに載ります。']}
        confirm="途中で終える"
        cancel={back(props)}
        danger
      >
        <ActingField frame={frame} form={form} project={data.project} />
        <DateField form={form} name="decided_on" label="終えることを決めた日" required />
        <TextAreaField form={form} name="reasons" label="理由" required maxlength={limits.report} />
      </ConfirmPanel>
    </VerbPage>
  )
}

export function ReleasePage(props: Props) {
  return (
    <VerbPage {...props} title="ページを公開する">
      <ConfirmPanel
        form={props.form}
        heading="この事業のページを公開しますか"
        consequences={[
          'だれでも、このページを読めるようになります。一覧、検索、データの配布にも載ります。',
          '個人としてかかわる方の名前と、公開しないとした報告は載りません。',
          '評価の内容は、別に公表するまで載りません。',
        ]}
        confirm="公開する"
        cancel={back(props)}
      />
    </VerbPage>
  )
}

export function RetractionPage(props: Props) {
  return (
    <VerbPage {...props} title="公開をやめる">
      <ConfirmPanel
        form={props.form}
        heading="この事業のページの公開をやめますか"
        consequences={[
          'ページ、一覧、検索、データの配布から、すぐになくなります。',
          'もう一度公開することもできます。',
        ]}
        confirm="公開をやめる"
        cancel={back(props)}
        danger
      >
        <TextAreaField
          form={props.form}
          name="reason"
          label="理由"
          required
          rows={3}
          maxlength={limits.words}
          hint="記録に残ります。公開はされません。"
        />
      </ConfirmPanel>
    </VerbPage>
  )
}

export function StepPage(props: Props) {
  const { frame, form, data } = props
  const step = stepsBefore(data.charter, data.project.forms, 'decision').find(({ key }) => key === frame.params.step)
  return (
    <VerbPage {...props} title={`「${label(step?.label, frame.lang)}」を行った日を書く`}>
      <Form form={form}>
        {step?.summary && <p>{label(step.summary, frame.lang)}</p>}
        <ActingField frame={frame} form={form} project={data.project} />
        <DateField form={form} name="done_on" label="行った日" required />
        <SubmitRow primary="保存する" cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}
