import type { Child } from 'hono/jsx'
import { urls as account } from '../../../platform/auth/urls.ts'
import type { Frame, Lang } from '../../../platform/web/index.ts'
import { type NavLink, Page, type PageProps } from '../../../ui/index.ts'
import { urls as admin } from '../../admin/urls.ts'
import { urls as charters } from '../../charters/urls.ts'
import { urls as desk } from '../../desk/urls.ts'
import { urls as parties } from '../../parties/urls.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { urls as publishing } from '../../publishing/urls.ts'
import { urls } from '../urls.ts'

type Own = Omit<
  PageProps,
  'lang' | 'assets' | 'product' | 'nav' | 'footer' | 'flash' | 'user' | 'signIn' | 'languages' | 'demo' | 'city'
>

/**
 * A page of the product inside its frame: the city's name and ways, the person, the languages, the statements.
 * `<CityPage frame={frame} title="提案の一覧">…</CityPage>`; across cities the frame has no city and the ways are fewer.
 */
export function CityPage({ frame, children, ...own }: Own & { frame: Frame; children?: Child }) {
  const { city, actor, lang } = frame
  return (
    <Page
      {...own}
      lang={lang}
      assets={frame.assets}
      product={{ href: publishing.start(), label: say.product[lang] }}
      city={city && { name: city.name, href: publishing.front({ city: city.slug }) }}
      nav={city ? cityNav(frame) : []}
      user={actor.account_id ? userMenu(frame) : undefined}
      signIn={actor.account_id ? undefined : { href: account.signIn({ next: frame.url }), label: say.signIn[lang] }}
      languages={languageLinks(frame)}
      flash={frame.flash ? { kind: 'success', text: frame.flash } : undefined}
      demo={frame.demonstration ? demoNotice(frame) : undefined}
      footer={[
        { href: urls.accessibility(), label: say.accessibility[lang] },
        { href: urls.privacy(), label: say.privacy[lang] },
        { href: charters.compare(), label: say.compare[lang] },
      ]}
    >
      {children}
    </Page>
  )
}

function cityNav({ city, lang, url }: Frame): NavLink[] {
  const at = { city: city.slug }
  const links = [
    { href: publishing.projects(at), label: city.words.register ?? say.projects[lang] },
    { href: programmes.list(at), label: say.programmes[lang] },
    { href: proposals.list(at), label: city.words.proposal ?? say.proposals[lang] },
    { href: parties.list(at), label: say.groups[lang] },
    { href: charters.show(at), label: city.words.charter ?? say.charter[lang] },
  ]
  return links.map((link) => ({ ...link, current: url === link.href || url.startsWith(`${link.href}/`) || undefined }))
}

function userMenu({ actor, city, cities, csrf, lang }: Frame) {
  const here = city
    ? [{ href: desk.mine({ city: city.slug }), label: say.desk[lang] }]
    : cities.map((one) => ({ href: desk.mine({ city: one.slug }), label: `${one.name}の${say.desk[lang]}` }))
  const isAdministrator = city && actor.posts.some((post) => post.role === 'administrator')
  const administration = isAdministrator ? [{ href: admin.home({ city: city.slug }), label: say.admin[lang] }] : []
  return {
    name: actor.name,
    role: actor.parties[0]?.name,
    links: [...here, ...administration, { href: account.me(), label: say.me[lang] }],
    signOut: { action: account.signOut(), csrf },
  }
}

function languageLinks({ url, lang }: Frame) {
  const [path, search] = url.split('?')
  const link = (to: Lang, label: string) => {
    const query = new URLSearchParams(search)
    query.set('lang', to)
    return { href: `${path}?${query}`, label, lang: to === 'en' ? 'en' : 'ja', current: to === lang || undefined }
  }
  return [link('ja', '日本語'), link('easy', 'やさしい日本語'), link('en', 'English')]
}

function demoNotice({ city, actor, lang }: Frame) {
  const mailbox =
    city && actor.account_id ? { href: admin.mailbox({ city: city.slug }), label: say.mailbox[lang] } : undefined
  return { text: say.demo[lang], link: mailbox }
}

const say = {
  product: { ja: 'ともに', easy: 'ともに', en: 'Tomoni' },
  signIn: { ja: 'サインイン', easy: 'サインイン（はいる）', en: 'Sign in' },
  accessibility: { ja: 'アクセシビリティについて', easy: '見やすさ・使いやすさに ついて', en: 'Accessibility' },
  privacy: { ja: '個人情報の取扱い', easy: 'あなたの じょうほうの あつかい', en: 'Personal data' },
  compare: { ja: '指針を見くらべる', easy: 'ルールを くらべる', en: 'Compare charters' },
  projects: { ja: '協働事業の一覧', easy: 'いっしょに している こと', en: 'Projects' },
  programmes: { ja: '募集・制度', easy: 'ぼしゅう', en: 'Programmes' },
  proposals: { ja: '提案', easy: '提案（アイデア）', en: 'Proposals' },
  groups: { ja: '団体', easy: 'グループ', en: 'Groups' },
  charter: { ja: '協働の指針', easy: '協働の ルール', en: 'Charter' },
  desk: { ja: 'わたしの机', easy: 'わたしの つくえ', en: 'My desk' },
  admin: { ja: '管理', easy: '管理', en: 'Administration' },
  me: { ja: 'アカウント', easy: 'わたしの せってい', en: 'Account' },
  mailbox: { ja: '送られるはずのメールを見る', easy: 'メールを 見る', en: 'See the mail that would be sent' },
  demo: {
    ja: 'これは体験版です。人物・団体・できごとは架空のもので、自治体の公式の記録ではありません。',
    easy: 'これは ためすための ものです。人や グループは ほんとうの ものでは ありません。',
    en: 'This is a demonstration. People, groups and events are invented and are no official record of any city.',
  },
} satisfies Record<string, Record<Lang, string>>
