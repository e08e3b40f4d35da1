import type { Child } from 'hono/jsx'
import { Badge, Section, useLanguage } from '../../../ui/index.ts'
import { entryOf } from '../charter/entries.ts'
import type { Label } from '../schema/base.ts'
import { say } from '../words/pages.ts'
import { Words, WordsInLine } from './words.tsx'

/** What every entry of a charter may say about itself. */
interface AnyEntry {
  label: Label
  summary?: Label
  origin?: string
  mark?: 'damaged' | 'uncertain'
  note?: Label
}

interface List<E> {
  entries: readonly E[]
  ordered?: boolean
  /** Says more than the entry's label. */
  named?: (entry: E) => Child
  /** Adds to one entry. */
  children?: (entry: E) => Child
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

/** A list of entries, each with its summary and its source. */
export function Entries<E extends AnyEntry>({ entries, ordered, named, children }: List<E>) {
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

/** The same under a heading; nothing where the charter has no such entries. */
export function EntrySection<E extends AnyEntry>(props: List<E> & { heading: Child; id: string }) {
  const { heading, id, ...list } = props
  if (list.entries.length === 0) return null
  return (
    <Section heading={heading} id={id}>
      <Entries {...list} />
    </Section>
  )
}

/** The labels of entries, in a line of text. */
export function Names({ list, keys }: { list: readonly { key: string; label: Label }[]; keys: readonly string[] }) {
  return <WordsInLine of={keys.map((key) => entryOf(list, key)?.label ?? { ja: key })} />
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
