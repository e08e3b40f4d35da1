import type { Example, Link } from '../example.ts'
import { useWords } from '../words.ts'

export function Breadcrumbs({ links, here }: { links: Link[]; here: string }) {
  const words = useWords()
  return (
    <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
      <ol class="bare wrap">
        {links.map((link) => (
          <li>
            <a class="tap" href={link.href}>
              {link.label}
            </a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}

export const examples: Example[] = [
  {
    name: 'Breadcrumbs 現在の位置',
    render: () => (
      <Breadcrumbs
        links={[
          { href: '/ui', label: 'はじめのページ' },
          { href: '/ui', label: '提案' },
        ]}
        here="川沿いの花壇をみんなで育てる"
      />
    ),
  },
]
