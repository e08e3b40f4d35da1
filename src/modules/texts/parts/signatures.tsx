import { dateLabel } from '../../../platform/time/index.ts'
import { DataTable, Details, Meter, Seals } from '../../../ui/index.ts'
import { type AgreedText, partyInText, shortDigest } from '../text/text.ts'

/** A party's signature; person, digest and channel are absent on public pages. */
export interface Given {
  party_id: string
  signed_on: string
  signer_name?: string
  digest?: string
  channel?: string
}

/** Up to this many signatures are listed; a longer list shows a count and names the missing ones first. */
const FEW = 12

interface Signed {
  party: string
  person?: string
  when?: string
  text?: string
  channel?: string
}

/** Lists the parties that have signed and those that have not; shows the persons only where they are passed. */
export function SignatureList(props: {
  text: AgreedText
  signatures: readonly Given[]
  /** Returns the officer who entered a party's paper and the day; passed on internal pages only. */
  taken?: (party_id: string) => string | undefined
}) {
  const { text, signatures, taken } = props
  const all = text.parties.map(({ party_id }): Signed => {
    const given = signatures.find((one) => one.party_id === party_id)
    return {
      party: partyInText(text, party_id),
      person: given?.signer_name,
      when: given && dateLabel(given.signed_on),
      text: given?.digest && shortDigest(given.digest),
      channel:
        given?.channel === 'paper' ? ['紙の署名（写しあり）', taken?.(party_id)].filter(Boolean).join('　') : undefined,
    }
  })
  return all.length <= FEW ? <Seals signatures={all} /> : <Counted all={all} />
}

function Counted({ all }: { all: Signed[] }) {
  const [signed, missing] = [all.filter(({ when }) => when), all.filter(({ when }) => !when)]
  const people = signed.some(({ person }) => person)
  const who = { label: '署名者', cell: ({ person, channel }: Signed) => [person, channel].filter(Boolean).join('　') }
  return (
    <>
      <Meter label="署名" value={signed.length} max={all.length} words={`${all.length}者のうち${signed.length}者`} />
      {missing.length > 0 && (
        <>
          <p>まだ署名していない当事者（{missing.length}者）</p>
          <ul>
            {missing.map(({ party }) => (
              <li>{party}</li>
            ))}
          </ul>
        </>
      )}
      {signed.length > 0 && (
        <Details summary={`署名した当事者を見る（${signed.length}者）`}>
          <DataTable
            caption="署名した当事者"
            rows={signed}
            columns={[
              { label: '当事者', heading: true, cell: ({ party }) => party },
              { label: '署名した日', cell: ({ when }) => when },
              ...(people ? [who] : []),
            ]}
          />
        </Details>
      )}
    </>
  )
}

/** Explains the legal meaning of a signature on screen. */
export function WhatSigningIs() {
  return (
    <ul>
      <li>
        ここでの署名は、署名者として登録された方が、表示された文面のすべてに同意したことの記録です。文面の照合番号、お名前、日時とともに残ります。
      </li>
      <li>電子署名法による電子署名や、地方自治法第234条第5項の契約書に付ける電子署名・電子証明書ではありません。</li>
      <li>
        委託などの契約を結ぶときや、押印した書面が必要なときは、書面で取り交わしてください。担当課が写しを添えて、ここに記録できます。
      </li>
    </ul>
  )
}
