import { DateField, Details, Form, Notice, Section, SubmitRow, TextAreaField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { limits } from '../forms.ts'
import { compare } from '../rules.ts'
import { back, of, type Props, VerbPage } from './verbs.tsx'

/** The notes of the talk, beside the questions on which the sides differ most. */
export function TalkPage(props: Props) {
  const { form, data, frame } = props
  const { charter, round, answers } = data
  const isPublic = charter.evaluation.publication.what.includes('joint-talk')
  const rows = compare(charter, round.seats, answers)
  const apart = rows.filter(({ difference }) => (difference ?? 0) > 0)
  const rest = rows.filter((row) => !apart.includes(row))
  const field = (row: (typeof rows)[number]) => {
    const marks = round.seats.map((seat, at) => `${seat.name}：${row.answers[at]?.mark ?? '回答なし'}`).join('、')
    return (
      <TextAreaField
        form={form}
        name={`notes.p-${row.phase}.q-${row.question.key}`}
        label={label(row.question.label, frame.lang)}
        hint={row.question.kind === 'scale' ? marks : undefined}
        rows={2}
        maxlength={limits.note}
      />
    )
  }
  return (
    <VerbPage {...of(props)} title={`${charter.evaluation.jointTalk.label.ja}を記録する`}>
      <Form form={form}>
        {isPublic ? (
          <Notice kind="warning" heading="この記録は、公表されます">
            <p>
              「話し合って確かめたこと」と、問いごとに書いたことは、評価を公表するとだれでも読めます。個人のお名前は書かないでください。「会の方」「担当の職員」のように、立場で書きます。
            </p>
          </Notice>
        ) : (
          <p>この記録は公表されません。かかわる団体と市の職員が読みます。</p>
        )}
        <p>話し合いに出た皆さんで、読み合わせながら書くことをおすすめします。</p>
        <DateField form={form} name="talked_on" label="話し合った日" required />
        <TextAreaField
          form={form}
          name="people"
          label="出た方"
          required
          rows={2}
          maxlength={limits.people}
          hint="公表のときは、お名前は載りません。"
        />
        <TextAreaField
          form={form}
          name="agreed"
          label="話し合って確かめたこと"
          required
          rows={8}
          maxlength={limits.agreed}
          hint="よかったこと、変えたいこと、来年に向けて約束したこと。"
        />
        {apart.length > 0 && <Section heading="違いのあった問いについて">{apart.map(field)}</Section>}
        {rest.length > 0 && <Details summary="そのほかの問いについて">{rest.map(field)}</Details>}
        <SubmitRow primary="保存する" cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}
