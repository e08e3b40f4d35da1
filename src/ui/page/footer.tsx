import type { Link } from '../example.ts'
import { useWords } from '../words.ts'
import { Brand } from './brand.tsx'

/** The statements a public service owes, at the foot of every page. */
export function Footer({ links }: { links: Link[] }) {
  const words = useWords()
  return (
    <footer class="footer">
      <div class="sheet">
        <Brand />
        <nav aria-label={words.footer}>
          <ul>
            {links.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
