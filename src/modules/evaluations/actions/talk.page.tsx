import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, Details, Form, Notice, Section, SubmitRow, TextAreaField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { type Compared, compare } from '../evaluation/compare.ts'
import { limits } from '../evaluation/typed.ts'
import { Before } from '../parts/before.tsx'
import type { Round, SeatAnswer } from '../tables.ts'

export function TalkPage(props: VerbPage<Round, { answers: SeatAnswer[] }>) {
  const { form, frame, thing: round, extra, verb, back } = props
  const { charter } = round
  const isPublic = charter.evaluation.publication.what.includes('joint-talk')
  const rows = compare(charter, round.seats, extra.answers)
  const apart = rows.filter(({ difference }) => (difference ?? 0) > 0)
  const rest = rows.filter((row) => !apart.includes(row))
  const field = (row: Compared) => {
    const marks = row.answers.map(({ seat, answer }) => `${seat.name}：${answer?.mark ?? '回答なし'}`).join('、')
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
    <Form form={form}>
      {isPublic ? (
        <Notice kind="warning" heading="この記録は、公表されます">
          <Before sentences={verb.before(props)} />
        </Notice>
      ) : (
        <Before sentences={verb.before(props)} />
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
      <SubmitRow primary={verb.confirm(round, frame.actor)} cancel={{ href: back, label: '何もせずに戻る' }} />
    </Form>
  )
}
