import { acceptOf, pictureKinds } from '../../../platform/uploads/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import type { FormState } from '../../../platform/web/index.ts'
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  Fieldset,
  FileField,
  Form,
  NumberField,
  RadioField,
  SubmitRow,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts'
import { type Charter, countsAsCollaboration, label } from '../../charters/index.ts'
import { ActingField } from '../parts/acting.tsx'
import { limits } from '../project/limits.ts'
import { choicesOf, type Inside, type ReportShown } from '../project/project.ts'

/** The charter decides which participation counts as collaboration. */
function countHint(charter: Charter, kind: 'active' | 'passive'): string | undefined {
  const words = label(charter.participation.find(({ key }) => key === kind)?.summary)
  const counts = countsAsCollaboration(charter, kind) ? '' : '協働の人数には数えません。'
  return [words && `${words}。`, counts].filter(Boolean).join('') || undefined
}

export function ReportPage<Thing extends Inside & { report?: ReportShown }>(props: VerbPage<Thing>) {
  const { frame, form, thing, verb, back } = props
  return (
    <Form form={form} multipart>
      <ActingField {...props} />
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
        hint={countHint(thing.charter, 'active') ?? '企画や運営、作業に加わった人'}
      />
      <NumberField
        form={form}
        name="passive_count"
        label="来場者として参加した人数"
        hint={countHint(thing.charter, 'passive') ?? '催しに来た人、話を聞いた人'}
      />
      <CheckboxGroup
        form={form}
        name="attended"
        label="話し合いに加わった主体"
        hint="話し合いの記録のときに選んでください。"
        options={choicesOf(thing.parties)}
      />
      <Photos form={form} photos={thing.report?.photos ?? []} />
      <CheckboxField form={form} name="withheld" label="この報告は公開しない" />
      <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: '何もせずに戻る' }} />
    </Form>
  )
}

function Photos({ form, photos }: { form: FormState; photos: ReportShown['photos'] }) {
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
          <FileField form={form} name={`${row}.file`} label={`写真${at + 1}`} accept={acceptOf(pictureKinds)} />
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
