import type { Child } from 'hono/jsx'
import { Badge, Section, useLanguage } from '../../../ui/index.ts'
import { entryOf } from '../charter/entries.ts'
import type { Label } from '../schema/base.ts'
import { say } from '../words/pages.ts'
import { Words, WordsInLine } from './words.tsx'

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
  named?: (entry: E) => Child
  children?: (entry: E) => Child
}

/** A default of the product and an editor's note must never look like the city's word. */
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

export function EntrySection<E extends AnyEntry>(props: List<E> & { heading: Child; id: string }) {
  const { heading, id, ...list } = props
  if (list.entries.length === 0) return null
  return (
    <Section heading={heading} id={id}>
      <Entries {...list} />
    </Section>
  )
}

export const labelsOf = (list: readonly { key: string; label: Label }[], ...keys: string[]): Label[] =>
  keys.map((key) => entryOf(list, key)?.label ?? { ja: key })

export function Aside({ word, of }: { word?: string; of: Label | readonly Label[] | undefined }) {
  const words = [of ?? []].flat()
  if (words.length === 0) return null
  return (
    <p class="small">
      {word}
      <WordsInLine of={words} />
    </p>
  )
}

export function LabelledSection(props: { of: Pick<AnyEntry, 'label' | 'summary'>; id: string; children?: Child }) {
  const { of, id, children } = props
  return (
    <Section heading={<Words of={of.label} />} id={id} lead={of.summary && <Words of={of.summary} />}>
      {children}
    </Section>
  )
}
