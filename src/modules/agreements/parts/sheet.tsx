import { dateLabel } from '../../../platform/time/index.ts'
import { DataTable, Details, Meter, Paragraphs, PrintSheet, Seals } from '../../../ui/index.ts'
import { digestOf, shortDigest, targetWords } from '../agreement/text.ts'
import { type AgreementText, resourceLabels, type SignedVersion } from '../tables.ts'

/** The exact text, as it is signed and as it is printed: articles, annex, and who is a party. */
export function AgreementSheet({ text }: { text: AgreementText }) {
  return (
    <PrintSheet number={text.number} title={`${text.title}　${text.kind}`}>
      <p>{text.preamble}</p>
      <Paragraphs text={text.parties.map(({ mark, name }) => `${mark}　${name}`).join('\n')} />
      {text.articles.map(({ heading, paragraphs }, index) => (
        <div class="flow">
          <h3>
            第{index + 1}条（{heading}）
          </h3>
          {paragraphs.map((paragraph) => (
            <Paragraphs text={paragraph} />
          ))}
        </div>
      ))}
      <p>{text.closing}</p>
      <Annex text={text} />
    </PrintSheet>
  )
}

const nameOf = (text: AgreementText, party_id: string) => {
  if (party_id === 'all') return 'すべての当事者'
  const party = text.parties.find((one) => one.party_id === party_id)
  return party ? `${party.mark}　${party.name}` : ''
}

/** 別表: targets, roles and money as tables. */
export function Annex({ text }: { text: AgreementText }) {
  const yen = (value: number) => `${value.toLocaleString('ja-JP')}円`
  return (
    <>
      {text.targets.length > 0 && (
        <DataTable
          caption="別表　目標"
          rows={text.targets}
          columns={[
            { label: '何で測るか', heading: true, cell: (one) => one.indicator },
            { label: 'めざす値', numeric: true, cell: targetWords },
            { label: 'いつまでに', cell: (one) => dateLabel(one.by) },
          ]}
        />
      )}
      {text.roles.length > 0 && (
        <DataTable
          caption="別表　役割"
          rows={text.roles}
          columns={[
            { label: '当事者', heading: true, cell: (one) => nameOf(text, one.party_id) },
            { label: 'すること', cell: (one) => <span class="as-typed">{one.does}</span> },
            {
              label: '持ち寄るもの',
              cell: ({ brings }) => (brings ? `${resourceLabels[brings.kind]}　${brings.words}` : ''),
            },
          ]}
        />
      )}
      {text.money.length > 0 && (
        <DataTable
          caption="別表　費用"
          rows={text.money}
          columns={[
            { label: '負担する当事者', heading: true, cell: (one) => nameOf(text, one.party_id) },
            { label: '金額', numeric: true, cell: (one) => yen(one.yen) },
            { label: '何のために', cell: (one) => one.for },
          ]}
          total={['合計', yen(text.money.reduce((sum, one) => sum + one.yen, 0)), '']}
        />
      )}
    </>
  )
}

interface Given {
  party_id: string
  signed_on: string
  signer_name?: string
  digest?: string
  channel?: string
}

/** So many signatures can be taken in at a glance; more are counted, and those still missing named first. */
const FEW = 12

/** Who has signed a text and who has not; the parties and staff see the persons too. */
export function SignatureList(props: {
  text: AgreementText
  signatures: readonly Given[]
  /** Who took a paper in, and when; known inside only. */
  taken?: (party_id: string) => string | undefined
}) {
  const { text, signatures, taken } = props
  const all = text.parties.map(({ mark, name, party_id }) => {
    const given = signatures.find((one) => one.party_id === party_id)
    return {
      party: `${mark}　${name}`,
      person: given?.signer_name,
      when: given && dateLabel(given.signed_on),
      text: given?.digest && shortDigest(given.digest),
      channel:
        given?.channel === 'paper' ? ['紙の署名（写しあり）', taken?.(party_id)].filter(Boolean).join('　') : undefined,
    }
  })
  if (all.length <= FEW) return <Seals signatures={all} />
  const [signed, missing] = [all.filter(({ when }) => when), all.filter(({ when }) => !when)]
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
              ...(signed.some(({ person }) => person)
                ? [
                    {
                      label: '署名者',
                      cell: ({ person, channel }: (typeof all)[number]) => [person, channel].filter(Boolean).join('　'),
                    },
                  ]
                : []),
            ]}
          />
        </Details>
      )}
    </>
  )
}

/** What stands for this text, and whether it still is the text that it stands for. */
export function DigestNote({ version }: { version: SignedVersion }) {
  const same = digestOf(version.text) === version.digest
  return (
    <p class="small">
      文面の照合番号（SHA-256）　<code>{version.digest}</code>
      <br />
      {same
        ? 'この文面から計算した番号と一致しています。'
        : 'この文面から計算した番号と一致しません。担当課にお知らせください。'}
    </p>
  )
}

/** C.12: what a signature here is, and what it is not. */
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
