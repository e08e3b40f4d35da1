import type { Example } from '../example.ts'

export interface Signature {
  party: string
  person?: string
  /** Undefined while the party has not signed. */
  when?: string
  /** The beginning of the text's digest. */
  text?: string
  /** For a signature on paper: 用紙に押印（写しあり）. */
  channel?: string
}

/** The signatures of all parties: a round seal for each that has signed, an empty place for the others. */
export function Seals({ signatures }: { signatures: Signature[] }) {
  return (
    <ul class="bare wrap seals">
      {signatures.map(({ party, person, when, text, channel }) => (
        <li class={when ? 'wrap' : 'wrap seal-open'}>
          <span class="seal-round" aria-hidden="true">
            {when ? '署名' : '未'}
          </span>
          <div>
            <p>
              <strong>{party}</strong>
              {person && ` ${person}`}
            </p>
            <p class="quiet">{when ? `${when}に署名` : 'まだ署名していません'}</p>
            {channel && <p class="quiet">{channel}</p>}
            {text && (
              <p class="quiet">
                文面の照合番号 <code>{text}</code>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

export const examples: Example[] = [
  {
    name: 'Seals 署名',
    render: () => (
      <Seals
        signatures={[
          { party: 'みどりの会', person: '代表 佐藤 花', when: '令和8年6月1日(月) 10:00', text: '9f2c 41ab' },
          { party: '東高校', person: '校長 鈴木 実', when: '令和8年6月1日(月)', channel: '用紙に押印（写しあり）' },
          { party: '公園課' },
        ]}
      />
    ),
  },
]
