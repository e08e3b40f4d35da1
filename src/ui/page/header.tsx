import type { Link } from '../example.ts'
import { useWords } from '../words.ts'
import { Brand } from './brand.tsx'
import { Person, type UserMenu } from './person.tsx'

export interface NavLink extends Link {
  current?: boolean
}

interface LanguageLink extends Link {
  lang: string
  current?: boolean
}

export interface HeaderProps {
  product: { href: string; label?: string }
  city?: { name: string; href: string }
  nav: NavLink[]
  user?: UserMenu
  signIn?: Link
  languages?: LanguageLink[]
  demo?: { text: string; link?: Link }
}

/** The top of every page: skip link, demonstration banner, name, navigation, languages and the person. */
export function Header({ product, city, nav, user, signIn, languages = [], demo }: HeaderProps) {
  const words = useWords()
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      {demo && <DemoBanner {...demo} />}
      <header class="header">
        <div class="sheet wrap header-row">
          <Names product={product} city={city} />
          <div class="wrap header-tools">
            <Languages languages={languages} />
            <Person user={user} signIn={signIn} />
          </div>
          <details class="menu">
            <summary class="tap">{words.menu}</summary>
            <NavList nav={nav} />
            <Languages languages={languages} menu />
          </details>
        </div>
        {nav.length > 0 && (
          <nav class="sheet header-nav" aria-label={words.mainNav}>
            <NavLinks nav={nav} />
          </nav>
        )}
      </header>
    </>
  )
}

function DemoBanner({ text, link }: { text: string; link?: Link }) {
  const words = useWords()
  return (
    <aside class="demo" aria-label={words.demo}>
      <p class="sheet wrap">
        <strong>{words.demo}</strong>
        <span>{text}</span>
        {link && <a href={link.href}>{link.label}</a>}
      </p>
    </aside>
  )
}

function Names({ product, city }: Pick<HeaderProps, 'product' | 'city'>) {
  return (
    <p class="wrap names">
      <a class="tap names-product" href={product.href}>
        <Brand />
        <span>{product.label ?? 'ともに'}</span>
      </a>
      {city && (
        <a class="tap names-city" href={city.href}>
          {city.name}
        </a>
      )}
    </p>
  )
}

function NavList({ nav }: { nav: NavLink[] }) {
  const words = useWords()
  return (
    <nav aria-label={`${words.menu}：${words.mainNav}`}>
      <NavLinks nav={nav} />
    </nav>
  )
}

function NavLinks({ nav }: { nav: NavLink[] }) {
  return (
    <ul class="bare wrap ways">
      {nav.map((link) => (
        <li>
          <a href={link.href} aria-current={link.current ? 'page' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Languages({ languages, menu }: { languages: LanguageLink[]; menu?: boolean }) {
  const words = useWords()
  if (languages.length === 0) return null
  return (
    <nav class="languages" aria-label={menu ? `${words.menu}：${words.languages}` : words.languages}>
      <ul class="bare wrap">
        {languages.map((one) => (
          <li>
            <a
              class="tap"
              href={one.href}
              lang={one.lang}
              hreflang={one.lang}
              aria-current={one.current ? 'true' : undefined}
            >
              {one.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
