import type { Doors } from '../src/platform/db/index.ts'
import { sentences } from '../src/platform/words/sentences.ts'
import { settings } from './cast.ts'
import { beginning, play } from './play.ts'
import { raiseInstallation } from './raise.ts'
import { type CitySetting, emailOf, type PersonSetting } from './setting.ts'
import { stories } from './stories.ts'

export { settings } from './cast.ts'

/** Whom a visitor can be: by city, and in it everyone with an account, by the part they play. */
export function castList() {
  return settings.map((setting) => ({
    slug: setting.slug,
    label: setting.cityName,
    parts: parts
      .map(({ label, plays }) => ({
        label,
        people: setting.people
          .filter((one) => one.account && partOf(one, setting) === plays)
          .map((one) => ({ name: one.name, is: one.is, email: emailOf(setting.slug, one.key) })),
      }))
      .filter(({ people }) => people.length > 0),
  }))
}

/** The sign-in page offers the people under these names, whatever its language. */
const names = sentences({
  group: { ja: '団体の皆さん', easy: 'グループの {人|ひと}', en: 'People of groups' },
  city: { ja: '市の職員', easy: '{市役所|しやくしょ}の {人|ひと}', en: 'City staff' },
  administrator: { ja: 'システムの管理者', easy: 'システムを {管理|かんり}する {人|ひと}', en: 'System administrator' },
  resident: {
    ja: 'まだどの団体にも入っていない方',
    easy: 'グループに {入|はい}って いない {人|ひと}',
    en: 'Someone who belongs to no group yet',
  },
})

sentences({
  kawaguchi: { ja: '川口市', easy: '{川口市|かわぐちし}', en: 'Kawaguchi' },
  kawagoe: { ja: '川越市', easy: '{川越市|かわごえし}', en: 'Kawagoe' },
  yoshikawa: { ja: '吉川市', easy: '{吉川市|よしかわし}', en: 'Yoshikawa' },
  iruma: { ja: '入間市', easy: '{入間市|いるまし}', en: 'Iruma' },
  kawasaki: { ja: '川崎市', easy: '{川崎市|かわさきし}', en: 'Kawasaki' },
})

const parts = (['group', 'city', 'administrator', 'resident'] as const).map((plays) => ({ plays, label: names[plays] }))

function partOf({ post, parties = [] }: PersonSetting, { departments }: CitySetting): (typeof parts)[number]['plays'] {
  if (post?.role === 'administrator') return 'administrator'
  const own = ['city', ...departments.map(({ key }) => key)]
  if (post || parties.some(({ party }) => own.includes(party))) return 'city'
  return parties.length > 0 ? 'group' : 'resident'
}

/**
 * Fills an empty installation: five cities, their people, and a year of life in each, through the real actions.
 * The papers that came with it are given to `keep`, as an upload's bytes are.
 */
export async function fill(
  doors: Doors,
  now: Date,
  tell: (sentence: string) => void,
  keep: (bytes: Uint8Array) => Promise<unknown> = async () => {},
): Promise<void> {
  for (const raised of await raiseInstallation(doors, settings, beginning, tell)) {
    const papers = await play(doors, raised, stories[raised.slug] ?? [], now, tell)
    for (const bytes of papers.made.values()) await keep(bytes)
  }
}
