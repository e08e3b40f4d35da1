import { plainDateLabel } from '../../../platform/time.ts'
import type { FormState, Frame, Views } from '../../../platform/web/index.ts'
import {
  CheckboxField,
  CheckboxGroup,
  ConfirmPanel,
  DateField,
  Fieldset,
  FileField,
  Form,
  Notice,
  NumberField,
  PartyField,
  RadioField,
  RepeatedRows,
  SelectField,
  SubmitRow,
  TextAreaField,
  TextField,
  YenField,
} from '../../../ui/index.ts'
import { directionLabels, directions } from '../../agreements/index.ts'
import { type Charter, countsAsCollaboration, label, word } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { limits } from '../forms.ts'
import type { Inside } from '../queries.ts'
import { aimWords, refOf, stepsBefore, targetsAreSet, voicesOf } from '../rules.ts'
import { urls } from '../urls.ts'
import { MissingList, missingOf } from './missing.tsx'

export interface Working {
  project: Inside
  charter: Charter
}
type Props = Views<undefined, Working>

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
function VerbPage({
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

const back = ({ frame, data }: Pick<Props, 'frame' | 'data'>) => ({
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

export function TargetsPage(props: Props) {
  const { frame, form, data } = props
  const { project } = data
  return (
    <VerbPage {...props} title="目標と結果">
      <Form form={form} enter="send">
        <ActingField frame={frame} form={form} project={project} />
        {targetsAreSet(project) ? <Results form={form} project={project} /> : <NewTargets form={form} />}
        <SubmitRow primary="保存する" act="send" cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}

function NewTargets({ form }: { form: FormState }) {
  return (
    <>
      <p>
        何を、いつまでに、どのくらい。あとで結果と見くらべられるように、数で書ける目標をおすすめします。事業を始めたあとは、目標は変えられません。
      </p>
      <RepeatedRows
        form={form}
        name="targets"
        label="目標"
        most={30}
        add="目標を加える"
        row={(row) => (
          <>
            <TextField
              form={form}
              name={`${row}.indicator`}
              label="何で測るか"
              required
              maxlength={100}
              hint="例　買い物に同行した回数"
            />
            <TextField form={form} name={`${row}.value`} label="目指す値" required maxlength={40} />
            <TextField form={form} name={`${row}.unit`} label="単位" maxlength={20} hint="例　回、人、か所" />
            <SelectField
              form={form}
              name={`${row}.direction`}
              label="達成の見方"
              unmarked
              empty={false}
              hint="その値以上で達成か、以下で達成か、ちょうどで達成か。"
              options={directions.map((key) => ({ value: key, label: directionLabels[key] }))}
            />
            <DateField form={form} name={`${row}.by_on`} label="いつまでに" />
          </>
        )}
      />
    </>
  )
}

function Results({ form, project }: { form: FormState; project: Inside }) {
  return (
    <>
      <p>目標は、始める前に確かめ合ったものです。結果が分かったところから書いてください。</p>
      {project.targets.map((target, index) => {
        const row = `targets.${index}`
        return (
          <Fieldset
            legend={target.indicator}
            hint={`目標：${target.by_on ? `${plainDateLabel(target.by_on)}までに` : ''}${aimWords(target)}`}
          >
            <input type="hidden" name={`${row}.indicator`} value={target.indicator} />
            <input type="hidden" name={`${row}.value`} value={target.value} />
            <input type="hidden" name={`${row}.direction`} value={target.direction} />
            <TextField
              form={form}
              name={`${row}.result`}
              label={`結果${target.unit && `（${target.unit}）`}`}
              maxlength={40}
            />
            <TextAreaField
              form={form}
              name={`${row}.result_note`}
              label="結果についてのひとこと"
              rows={2}
              maxlength={limits.words}
            />
          </Fieldset>
        )
      })}
    </>
  )
}

export function MilestonePage(props: Props) {
  const { frame, form, data } = props
  return (
    <VerbPage {...props} title={frame.params.milestone ? '予定を直す' : '予定を加える'}>
      <Form form={form}>
        <ActingField frame={frame} form={form} project={data.project} />
        <TextField form={form} name="title" label="何をするか" required maxlength={100} />
        <DateField form={form} name="due_on" label="いつまでに" required />
        <DateField form={form} name="done_on" label="行った日" hint="済んだときに書きます。" />
        <SubmitRow primary="保存する" cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}

/** Which way of taking part counts as collaboration is the charter's to say. */
function countHint(charter: Charter, kind: 'active' | 'passive'): string | undefined {
  const words = label(charter.participation.find(({ key }) => key === kind)?.summary)
  const counts = countsAsCollaboration(charter, kind) ? '' : '協働の人数には数えません。'
  return [words && `${words}。`, counts].filter(Boolean).join('') || undefined
}

export function ReportPage(props: Props) {
  const { frame, form, data } = props
  const { charter, project } = data
  const photos = project.reports.find(({ id }) => id === frame.params.report)?.photos ?? []
  return (
    <VerbPage {...props} title={frame.params.report ? '報告を直す' : '活動を報告する'}>
      <Form form={form} multipart>
        <ActingField frame={frame} form={form} project={project} />
        <RadioField
          form={form}
          name="kind"
          label="何の報告ですか"
          required
          options={[
            { value: 'activity', label: '活動の報告', hint: 'したこと、集まった人' },
            { value: 'meeting', label: '話し合いの記録', hint: 'かかわる主体どうしの打合せや協議' },
          ]}
        />
        <TextField form={form} name="title" label="何をしたか（ひとこと）" required maxlength={100} />
        <DateField form={form} name="held_on" label="行った日" required />
        <TextAreaField form={form} name="text" label="したこと" required rows={8} maxlength={limits.report} />
        <NumberField
          form={form}
          name="active_count"
          label="担い手として参加した人数"
          hint={countHint(charter, 'active') ?? '企画や運営、作業に加わった人'}
        />
        <NumberField
          form={form}
          name="passive_count"
          label="来場者として参加した人数"
          hint={countHint(charter, 'passive') ?? '催しに来た人、話を聞いた人'}
        />
        <CheckboxGroup
          form={form}
          name="attended"
          label="話し合いに加わった主体"
          hint="話し合いの記録のときに選んでください。"
          options={project.parties.map((one) => ({ value: one.party_id!, label: one.name! }))}
        />
        <Photos form={form} photos={photos} />
        <CheckboxField form={form} name="withheld" label="この報告は公開しない" />
        <SubmitRow primary={frame.params.report ? '保存する' : '報告する'} cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}

/** Each photo with what it shows: those that are there already, and room for some more. */
function Photos({ form, photos }: { form: FormState; photos: Inside['reports'][number]['photos'] }) {
  const more = Array.from({ length: limits.photos }, (_, at) => `photos.${at}`)
  return (
    <Fieldset
      legend="写真"
      hint={`JPEGやPNG、一度に${limits.photos}枚まで。あとから足すこともできます。写っている方に、載せてよいかを確かめてください。撮った場所の情報は自動で取り除きます。`}
    >
      {photos.map(({ id, name }, at) => (
        <>
          <input type="hidden" name={`kept.${at}.id`} value={id} />
          <TextField
            form={form}
            name={`kept.${at}.words`}
            label={`「${name}」に写っていること`}
            required
            maxlength={limits.photoWords}
          />
          <CheckboxField form={form} name={`kept.${at}.removed`} label={`「${name}」を取り除く`} />
        </>
      ))}
      {more.map((row, at) => (
        <>
          <FileField form={form} name={`${row}.file`} label={`写真${at + 1}`} accept=".jpg,.jpeg,.png,.webp" />
          <TextField
            form={form}
            name={`${row}.words`}
            label={`写真${at + 1}に写っていること`}
            maxlength={limits.photoWords}
            hint={
              at === 0
                ? '見えない方に読み上げられます。写真を選んだら、かならず書いてください。例　花壇に苗を植える十人ほどの人'
                : undefined
            }
          />
        </>
      ))}
    </Fieldset>
  )
}
