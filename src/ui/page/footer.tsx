import type { Link } from '../example.ts'
import { useWords } from '../words.ts'
import { Brand } from './brand.tsx'

export function Footer({ links }: { links: Link[] }) {
  const words = useWords()
  return (
    <footer class="footer">
      <div class="sheet wrap">
        <Brand />
        <nav aria-label={words.footer}>
          <ul class="bare wrap">
            {links.map((link) => (
              <li>
                <a class="tap" href={link.href}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
