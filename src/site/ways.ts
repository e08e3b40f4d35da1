import { urls as account } from '../modules/accounts/urls.ts'
import { urls as admin } from '../modules/admin/urls.ts'
import { urls as charters } from '../modules/charters/urls.ts'
import { urls as inbox } from '../modules/inbox/urls.ts'
import { urls as parties } from '../modules/parties/urls.ts'
import { urls as programmes } from '../modules/programmes/urls.ts'
import { urls as proposals } from '../modules/proposals/urls.ts'
import { urls as register } from '../modules/register/urls.ts'
import type { Frame } from '../platform/web/index.ts'
import type { Lang } from '../platform/words/lang.ts'
import type { NavLink, PageProps } from '../ui/index.ts'
import { cityWord } from './city.ts'
import { urls } from './urls.ts'
import { say } from './words/frame.ts'

export function waysOf(frame: Frame) {
  const { city, actor, chosen } = frame
  return {
    product: { href: register.start(), label: say.product[chosen] },
    city: city && { name: city.spoken.name[chosen], href: register.front({ city: city.slug }) },
    nav: city ? cityNav(frame) : [],
    user: actor.account_id ? userMenu(frame) : undefined,
    signIn: actor.account_id ? undefined : { href: account.signIn({ next: frame.url }), label: say.signIn[chosen] },
    languages: languageLinks(frame),
    demo: frame.demonstration ? demoNotice(frame) : undefined,
    footer: [
      { href: urls.accessibility(), label: say.accessibility[chosen] },
      { href: urls.privacy(), label: say.privacy[chosen] },
      { href: charters.compare(), label: say.compare[chosen] },
    ],
  } satisfies Partial<PageProps>
}

function cityNav({ city, chosen, url }: Frame): NavLink[] {
  const at = { city: city.slug }
  const links = [
    { href: register.projects(at), label: cityWord(city, 'register', chosen) },
    { href: programmes.list(at), label: say.programmes[chosen] },
    { href: proposals.list(at), label: cityWord(city, 'proposal', chosen) },
    { href: parties.list(at), label: cityWord(city, 'group', chosen) },
    { href: charters.show(at), label: cityWord(city, 'charter', chosen) },
  ]
  return links.map((link) => ({ ...link, current: url === link.href || url.startsWith(`${link.href}/`) || undefined }))
}

function userMenu({ actor, city, cities, csrf, chosen }: Frame) {
  const here = city
    ? [{ href: inbox.mine({ city: city.slug }), label: say.inbox[chosen] }]
    : cities.map((one) => ({
        href: inbox.mine({ city: one.slug }),
        label: say.inboxIn[chosen](one.spoken.name[chosen]),
      }))
  const isAdministrator = city && actor.posts.some((post) => post.role === 'administrator')
  const administration = isAdministrator ? [{ href: admin.home({ city: city.slug }), label: say.admin[chosen] }] : []
  return {
    name: actor.name,
    role: actor.parties[0]?.name,
    links: [...here, ...administration, { href: account.me(), label: say.me[chosen] }],
    signOut: { action: account.signOut(), csrf },
  }
}

function languageLinks({ url, chosen }: Frame) {
  const [path, search] = url.split('?')
  const link = (to: Lang, label: string) => {
    const query = new URLSearchParams(search)
    query.set('lang', to)
    return { href: `${path}?${query}`, label, lang: to === 'en' ? 'en' : 'ja', current: to === chosen || undefined }
  }
  return [
    link('ja', '日本語'),
    link('easy', chosen === 'easy' ? 'やさしい {日本語|にほんご}' : 'やさしい日本語'),
    link('en', 'English'),
  ]
}

function demoNotice({ city, actor, chosen }: Frame) {
  const href = city && actor.account_id ? admin.mailbox({ city: city.slug }) : account.mailbox()
  return { text: say.demo[chosen], link: { href, label: say.mailbox[chosen] } }
}
