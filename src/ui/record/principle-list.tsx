import type { Child } from 'hono/jsx'
import type { Example, Link } from '../example.ts'

export interface Principle {
  name: string
  met: 'met' | 'partly' | 'not-yet'
  because: Child
  evidence?: Link[]
}

const said = { met: '満たしている', partly: '一部満たしている', 'not-yet': 'まだ' }
const drawn = {
  met: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z',
  partly: 'M12 3a9 9 0 0 0 0 18Z',
  'not-yet': '',
}

/** Principles with a full, a half or an empty round, and the same in words. */
export function PrincipleList({ principles }: { principles: Principle[] }) {
  return (
    <ul class="bare principles">
      {principles.map(({ name, met, because, evidence = [] }) => (
        <li>
          <svg class="principle-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="9" />
            {drawn[met] && <path d={drawn[met]} />}
          </svg>
          <div>
            <p>
              <strong>{name}</strong> <span class="quiet">{said[met]}</span>
            </p>
            <p>{because}</p>
            {evidence.length > 0 && (
              <ul aria-label={`${name}の根拠`}>
                {evidence.map((link) => (
                  <li>
                    <a href={link.href}>{link.label}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

export const examples: Example[] = [
  {
    name: 'PrincipleList 原則と根拠',
    render: () => (
      <PrincipleList
        principles={[
          {
            name: '目的共有の原則',
            met: 'met',
            because: '三者が合意した目標が二つあります。',
            evidence: [{ href: '/ui', label: '目標を見る' }],
          },
          {
            name: '対等の原則',
            met: 'partly',
            because: '三者のうち二者が同じ文に署名しました。',
            evidence: [{ href: '/ui', label: '協定を見る' }],
          },
          { name: '公開の原則', met: 'not-yet', because: '活動の報告がまだ公表されていません。' },
        ]}
      />
    ),
  },
]
