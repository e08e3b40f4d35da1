import { type FormState, type Frame, valueOf as typedIn } from '../../../platform/web/index.ts'
import { Fieldset, FileField, RepeatedRows, SelectField } from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import type { Agreed } from '../project/agreed.ts'
import { limits } from '../project/limits.ts'
import { noShare, type Share, shareParts } from '../project/share.ts'
import type { Choosable } from '../tables.ts'
import { offered } from './entry-fields.tsx'
import { ShareFields, ShareText } from './share.tsx'
import { writableParts } from './writable.ts'

/** A party that the project, or what it is made from, has already. */
export type KnownParty = Share & { party_id: string | null; name: string | null; is_city: boolean; unit: string }

export interface RowsProps {
  frame: Frame
  form: FormState
  charter: Charter
  choosable: readonly Choosable[]
  department_id: string | null
  agreed: Agreed | undefined
  known: readonly KnownParty[]
  /** The project is being entered: staff may hold the papers of its groups. */
  enters?: true
}

/** Who takes part, with what each does and brings: each writes its own, and reads the others'. */
export function Parties(props: RowsProps) {
  const { frame, form, charter, enters } = props
  const onPaper = enters && isStaff(frame.actor)
  return (
    <Fieldset legend="取り組む主体と、それぞれの役割">
      <RepeatedRows
        form={form}
        name="parties"
        label={word(charter, 'party')}
        least={2}
        most={limits.parties}
        add="主体を加える"
        hint={label(charter.scope.summary)}
        stays={(row) => isSigner(props, row)}
        row={(row, number) => <PartyRow {...props} row={row} first={number === 1} />}
      />
      {onPaper && (
        <FileField
          form={form}
          name="scan"
          label="団体から届いた書面の写し"
          multiple
          accept=".pdf,.jpg,.jpeg,.png"
          hint="団体の役割や金額を書くときに付けてください。団体がご自分で書くときは、空のまま登録できます。取り組む団体の方と市の職員が見られます。公開しません。"
        />
      )}
    </Fieldset>
  )
}

const isSigner = ({ form, agreed }: RowsProps, row: string) =>
  agreed?.signed.text.parties.some(
    ({ party_id, is_city }) => !is_city && party_id === typedIn(form, `${row}.party_id`),
  ) ?? false

function PartyRow(props: RowsProps & { row: string; first: boolean }) {
  const { form, row, known, choosable } = props
  const id = typedIn(form, `${row}.party_id`)
  const found = known.find(({ party_id }) => party_id === id)
  const chosen = choosable.find((one) => one.id === id)
  const party = found ?? (chosen && { ...chosen, ...noShare, party_id: chosen.id })
  return (
    <>
      {found ? (
        <p>
          <strong>{found.name}</strong>
          <input type="hidden" name={`${row}.party_id`} value={id} />
        </p>
      ) : (
        <PartyChoice {...props} />
      )}
      {party ? <PartyShare {...props} party={party} /> : <FirstShare {...props} />}
    </>
  )
}

/** A group that enters a project begins with itself. */
function PartyChoice({ frame, form, choosable, enters, row, first }: RowsProps & { row: string; first: boolean }) {
  const own = writableParties(frame.actor).map(({ party_id }) => party_id)
  const list = enters && first && !isStaff(frame.actor) ? choosable.filter(({ id }) => own.includes(id)) : choosable
  const groups = [
    { label: '市', options: list.filter(({ is_city }) => is_city).map(offered) },
    { label: '団体など', options: list.filter(({ is_city }) => !is_city).map(offered) },
  ]
  return <SelectField form={form} name={`${row}.party_id`} label="団体・課の名前" required options={groups} />
}

function PartyShare(props: RowsProps & { row: string; party: KnownParty }) {
  const { frame, form, row, party, agreed, department_id, enters } = props
  const fixed = (party.party_id && agreed?.shares.get(party.party_id)) || {}
  const own = writableParts(frame.actor, { department_id }, party, agreed)
  const onPaper = enters && isStaff(frame.actor) && !party.is_city
  const open = onPaper ? shareParts.filter((part) => !(part in fixed)) : own
  return (
    <>
      <ShareText share={{ ...party, ...fixed }} parts={shareParts.filter((part) => !open.includes(part))} />
      {own.length === 0 && !onPaper && Object.keys(fixed).length === 0 && (
        <p class="hint">役割と金額は、「{party.name}」の方が書きます。</p>
      )}
      <ShareFields form={form} parts={open} row={`${row}.`} />
    </>
  )
}

/** Before a party is chosen, its fields are offered to whoever may fill them for some party. */
function FirstShare({ frame, form, row, first, enters }: RowsProps & { row: string; first: boolean }) {
  if (enters && (first || isStaff(frame.actor))) return <ShareFields form={form} parts={shareParts} row={`${row}.`} />
  return <p class="hint">役割と金額は、保存したあとに、その主体の方が書きます。</p>
}
