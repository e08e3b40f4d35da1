import type { Child } from 'hono/jsx'
import { dateLabel, isIsoDate } from '../../../platform/time/index.ts'
import type { Frame, Lang } from '../../../platform/web/index.ts'
import { partialDayIn } from '../../../platform/words/spoken-time.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { Badge, Original, Tabs, useLanguage } from '../../../ui/index.ts'
import type { Label } from '../schema/base.ts'
import { urls } from '../urls.ts'
import { say } from '../words/pages.ts'
import { Words, WordsInLine } from './words.tsx'

/** What every entry of a charter may say about itself. */
export interface AnyEntry {
  key?: string
  label: Label
  summary?: Label
  source?: string[]
  origin?: string
  mark?: 'damaged' | 'uncertain'
  note?: Label
}

export type CharterPart =
  | 'show'
  | 'principles'
  | 'forms'
  | 'parties'
  | 'evaluation'
  | 'bodies'
  | 'initiatives'
  | 'figures'
  | 'history'
  | 'versions'

/** What each part of a charter is called: on its tab and over its page. */
function partNames({ city, lang }: Frame): Record<CharterPart, string> {
  return {
    show: say.overview[lang],
    principles: say.principles[lang],
    forms: say.forms[lang],
    parties: cityWord(city, 'party', lang),
    evaluation: cityWord(city, 'evaluation', lang),
    bodies: say.bodies[lang],
    initiatives: say.initiatives[lang],
    figures: say.figures[lang],
    history: say.history[lang],
    versions: say.versions[lang],
  }
}

/** A page of a city's charter, with the ways to its other pages. */
export function CharterPart(props: { frame: Frame; here: CharterPart; lead?: Child; children: Child }) {
  const { frame, here, lead, children } = props
  const { city, lang } = frame
  const names = partNames(frame)
  const charter = cityWord(city, 'charter', lang)
  return (
    <CityPage
      frame={frame}
      title={here === 'show' ? charter : names[here]}
      eyebrow={here === 'show' ? undefined : charter}
      lead={lead}
    >
      <Tabs
        label={say.tabs[lang]}
        links={Object.entries(names).map(([key, text]) => ({
          href: urls[key as CharterPart]({ city: city.slug }),
          label: text,
          current: key === here,
        }))}
      />
      <p class="small quiet">
        {say.inOwnWords[lang]} {say.untranslated[lang]}
      </p>
      {children}
    </CityPage>
  )
}

/**
 * Where an entry comes from and how sure it is. A working default of the product never passes for the city's word, nor does
 * what the editors wrote beside it.
 */
export function Origin({ entry }: { entry: Pick<AnyEntry, 'origin' | 'mark' | 'note'> }) {
  const lang = useLanguage()
  return (
    <>
      {entry.origin === 'product-default' && <p class="small quiet">{say.productDefault[lang]}</p>}
      {entry.origin === 'reading' && <p class="small quiet">{say.reading[lang]}</p>}
      {entry.mark && <Badge tone="waiting">{say[entry.mark][lang]}</Badge>}
      {entry.note && (
        <p class="small quiet">
          {say.editorsNote[lang]}
          <Words of={entry.note} />
        </p>
      )}
    </>
  )
}

/** A list of entries, each with its summary and its source; `named` says more than its label, `children` adds to one. */
export function Entries<E extends AnyEntry>(props: {
  entries: readonly E[]
  ordered?: boolean
  named?: (entry: E) => Child
  children?: (entry: E) => Child
}) {
  const { entries, ordered, named, children } = props
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag class="entries">
      {entries.map((entry) => (
        <li>
          <strong>{named ? named(entry) : <Words of={entry.label} />}</strong>
          {entry.summary && (
            <p>
              <Words of={entry.summary} />
            </p>
          )}
          {children?.(entry)} <Origin entry={entry} />
        </li>
      ))}
    </Tag>
  )
}

/** The labels of entries, in a line of text. */
export function Names({ list, keys }: { list: readonly { key: string; label: Label }[]; keys: readonly string[] }) {
  return <WordsInLine of={keys.map((key) => list.find((one) => one.key === key)?.label ?? { ja: key })} />
}

/** Something small said of an entry: a word of ours, and the charter's words. */
export function Aside({ word, children }: { word?: string; children?: Child }) {
  return (
    <p class="small">
      {word}
      {children}
    </p>
  )
}

/** A day, a month or a year, as far as the document says it. */
export function when(day: string, lang: Lang): string {
  if (lang !== 'ja') return partialDayIn(lang, day)
  if (isIsoDate(day)) return dateLabel(day)
  const [year, month] = day.split('-').map(Number)
  const era = year! >= 2019 ? `令和${year! - 2018}` : year! >= 1989 ? `平成${year! - 1988}` : String(year)
  return month ? `${era}年${month}月` : `${era}年`
}

/** Text that is Japanese whatever the page's language. */
export function AsWritten({ text }: { text: string | undefined }) {
  return text ? <Original>{text}</Original> : null
}
