import type { VerbPage } from '../../../platform/web/action/index.ts'
import { Form, Notice, PartyField, SelectField, SubmitRow, TextField } from '../../../ui/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { limits } from '../../texts/index.ts'
import { KindField } from '../parts/kind.tsx'
import type { Ground } from '../queries/ground.ts'

export function StartAgreementPage({ frame, form, thing, verb, back }: VerbPage<Ground>) {
  const { actor } = frame
  const { charter, adopted } = thing
  const groups = writableParties(actor).map((party) => ({ value: party.party_id, label: party.name }))
  return (
    <Form form={form}>
      {groups.length > 0 && !isStaff(actor) && <PartyField form={form} name="acting_for" parties={groups} />}
      <SelectField
        form={form}
        name="proposal"
        label="もとになる提案"
        hint="採択された提案から始めると、題名、種類と形、当事者、目的、目標、役割、費用、期間が、提案に書かれている範囲で写ります。何が写ったかは、次のページでお知らせします。"
        empty="提案からではなく、新しく書く"
        options={adopted.map((one) => ({ value: one.id, label: `${one.title}（${one.party_name}）` }))}
      />
      <TextField
        form={form}
        name="title"
        label="題名"
        maxlength={limits.title}
        hint="例：川沿いの花壇をともに育てる取り組み。提案から始めるときは、空のままにすると提案の題名になります。"
      />
      <KindField
        form={form}
        charter={charter}
        hint="提案から始めるときは、選ばずにおくと、提案の区分に合う種類があればその種類になります。"
      />
      <Notice kind="info">書いている間の案を読めるのは、当事者に入れた団体と市の担当者だけです。</Notice>
      <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: '書かずに戻る' }} />
    </Form>
  )
}
