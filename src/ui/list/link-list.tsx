import type { Child } from 'hono/jsx'
import type { Example, Link } from '../example.ts'

/** Links, each with a line about its page. */
export function LinkList({ links, label }: { links: (Link & { about?: Child; count?: string })[]; label?: string }) {
  return (
    <ul class="bare links" aria-label={label}>
      {links.map((link) => (
        <li>
          <a href={link.href}>{link.label}</a>
          {link.count && <span class="quiet">{link.count}</span>}
          {link.about && <p>{link.about}</p>}
        </li>
      ))}
    </ul>
  )
}

export const examples: Example[] = [
  {
    name: 'LinkList 行き先',
    render: () => (
      <LinkList
        label="次にできること"
        links={[
          { href: '/ui', label: '協働ナビ', about: '七つの質問に答えると、合う進め方と相談先が分かります。' },
          { href: '/ui', label: '今年度の募集', count: '3件', about: '5月29日まで受け付けている募集があります。' },
          { href: '/ui', label: 'はじめての団体登録' },
        ]}
      />
    ),
  },
]
