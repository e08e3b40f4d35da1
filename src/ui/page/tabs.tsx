import type { Example } from '../example.ts'
import type { NavLink } from './header.tsx'

/** Pages about one thing side by side, each with its own address. */
export function Tabs({ links, label }: { links: (NavLink & { count?: string | number })[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul class="bare wrap ways">
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
              {link.count !== undefined && <span class="quiet">{link.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export const examples: Example[] = [
  {
    name: 'Tabs 並ぶページ',
    render: () => (
      <Tabs
        label="この事業のページ"
        links={[
          { href: '/ui', label: '事業の歩み', current: true },
          { href: '/ui', label: '役割と目標' },
          { href: '/ui', label: 'ふりかえり', count: 2 },
        ]}
      />
    ),
  },
]
