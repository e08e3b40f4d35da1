import type { Child } from 'hono/jsx'
import type { Lang } from '../../../platform/web/index.ts'
import { Badge, Tabs } from '../../../ui/index.ts'
import { label } from '../rules.ts'
import type { Label } from '../schema/base.ts'
import { urls } from '../urls.ts'

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

/** The ways through a charter, the same on each of its pages. */
export function CharterTabs({ city, here }: { city: string; here: keyof typeof urls }) {
  const at = { city }
  const tabs = [
    ['show', '条文と位置づけ'],
    ['principles', '原則'],
    ['forms', '形態と領域'],
    ['parties', '主体'],
    ['evaluation', '評価'],
    ['bodies', '推進の体制'],
    ['initiatives', '取組と課題'],
    ['figures', '数字'],
    ['history', 'あゆみ'],
    ['versions', '版'],
  ] as const
  return (
    <Tabs
      label="指針のページ"
      links={tabs.map(([key, text]) => ({ href: urls[key](at), label: text, current: key === here }))}
    />
  )
}

/** Where an entry comes from and how sure it is; a working default of the product never passes for the city's word. */
export function Origin({ entry }: { entry: Pick<AnyEntry, 'origin' | 'mark' | 'note'>; lang?: Lang }) {
  return (
    <>
      {entry.origin === 'product-default' && (
        <Badge tone="quiet">この仕組みの標準（市の文書には定めがありません）</Badge>
      )}
      {entry.origin === 'reading' && <Badge tone="quiet">文書から読み取ったもの</Badge>}
      {entry.mark && <Badge tone="waiting">{entry.mark === 'damaged' ? '原文に欠けがあります' : '不確かな記述'}</Badge>}
      {entry.note && <span class="small">{entry.note.ja}</span>}
    </>
  )
}

/** A list of entries, each with its summary and its source; `children` adds to one. */
export function Entries<E extends AnyEntry>({
  entries,
  lang,
  ordered,
  children,
}: {
  entries: readonly E[]
  lang: Lang
  ordered?: boolean
  children?: (entry: E) => Child
}) {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag class="entries">
      {entries.map((entry) => (
        <li>
          <strong>{label(entry.label, lang)}</strong> <Origin entry={entry} />
          {entry.summary && <p>{label(entry.summary, lang)}</p>}
          {children?.(entry)}
        </li>
      ))}
    </Tag>
  )
}

/** The labels of entries, for a line of text. */
export function names(list: readonly { key: string; label: Label }[], keys: readonly string[], lang: Lang): string {
  return keys.map((key) => label(list.find((one) => one.key === key)?.label, lang) || key).join('、')
}
