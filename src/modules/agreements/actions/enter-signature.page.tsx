import { acceptOf, scanKinds } from '../../../platform/uploads/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import {
  DateField,
  EmptyState,
  FileField,
  Form,
  Notice,
  Section,
  SelectField,
  SubmitRow,
  TextField,
} from '../../../ui/index.ts'
import { unsigned } from '../../texts/index.ts'
import { maySignBeside } from '../may.ts'
import { type Agreement, refOf, type SignedVersion } from '../tables.ts'
import { urls } from '../urls.ts'

interface Signatories {
  signatories: { party_id: string; person_id: string; name: string }[]
}

export function PaperSignaturePage({ frame, form, thing, extra, verb, back }: VerbPage<Agreement, Signatories>) {
  const { signatories } = extra
  const { offered } = thing
  if (!offered) return null
  const missing = unsigned(offered)
  const options = missing.flatMap((party) =>
    signatories
      .filter(({ party_id }) => party_id === party.party_id)
      .filter(({ person_id }) => maySignBeside(offered, person_id, party))
      .map((one) => ({ value: `${party.party_id}:${one.person_id}`, label: `${party.name}　${one.name}` })),
  )
  const letters = missing.filter(({ is_city }) => !is_city)
  const here = { city: frame.city.slug, ref: refOf(thing) }
  return (
    <>
      <WithoutSignatory offered={offered} signatories={signatories} />
      <Section heading="用紙をお渡しする" id="sheets">
        <p>
          <a href={urls.pdf(here, { version: String(offered.version) })} download>
            署名の欄がある用紙を印刷する（PDF）
          </a>
        </p>
        {letters.length > 0 && (
          <>
            <p>添える送り状（PDF）</p>
            <ul>
              {letters.map(({ party_id, name }) => (
                <li>
                  <a href={urls.letter(here, { party: party_id })} download>
                    {name}あての送り状
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {options.length === 0 ? (
        <EmptyState>いま記録できる署名はありません。</EmptyState>
      ) : (
        <Form form={form} multipart>
          <SelectField form={form} name="signer" label="署名した当事者と方" required options={options} />
          <DateField form={form} name="signed_on" label="用紙に署名した日" required />
          <TextField
            form={form}
            name="code"
            label="用紙の照合番号（はじめの8文字）"
            required
            width="short"
            maxlength={80}
            hint="用紙の署名欄に印刷されています。古い文面の用紙でないことを、この番号で確かめます。"
          />
          <FileField
            form={form}
            name="scan"
            label="署名した用紙の写し"
            required
            multiple
            accept={acceptOf(scanKinds)}
            hint="PDF・JPEG・PNG。外部の電子契約サービスで締結したときは、締結の証明書を添えてください。"
          />
          <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: '記録せずに戻る' }} />
        </Form>
      )}
    </>
  )
}

/** Names the parties for which nobody can sign: none is registered, or only who signed for the other side. */
function WithoutSignatory({ offered, signatories }: Signatories & { offered: SignedVersion }) {
  const of = (party: { party_id: string }) => signatories.filter(({ party_id }) => party_id === party.party_id)
  const missing = unsigned(offered)
  const none = missing.filter((party) => of(party).length === 0)
  const other = missing.filter(
    (party) => of(party).length > 0 && of(party).every(({ person_id }) => !maySignBeside(offered, person_id, party)),
  )
  const ask = '団体のページの「構成員と役割」で、署名者を登録してください。'
  if (none.length + other.length === 0) return null
  return (
    <Notice kind="warning" heading="署名できる方のいない当事者があります">
      {none.length > 0 && <p>{`${namesOf(none)}には、署名者が登録されていません。${ask}`}</p>}
      {other.length > 0 && (
        <p>{`${namesOf(other)}には、もう一方のために署名した方のほかに、署名者が登録されていません。${ask}`}</p>
      )}
    </Notice>
  )
}

const namesOf = (parties: readonly { name: string }[]) => parties.map(({ name }) => name).join('、')
