import { type Child, useContext } from 'hono/jsx'
import { sentenceIn } from '../../platform/words/sentences.ts'
import type { Example } from '../example.ts'
import { LanguageContext } from '../words.ts'

/** Marks Japanese text on a page in another language, for screen readers (WCAG 3.1.2) and plain Japanese. */
export function Original({ children, block }: { children: Child; block?: boolean }) {
  const language = useContext(LanguageContext)
  if (language === 'ja') return <>{children}</>
  const Tag = block ? 'div' : 'span'
  return <Tag lang="ja">{children}</Tag>
}

/** A sentence of code, in the page's language where it is known, else marked as the original. */
export function Spoken({ children }: { children: string }): Child {
  const known = sentenceIn(useContext(LanguageContext), children)
  return known === undefined ? <Original>{children}</Original> : known
}

export const examples: Example[] = [
  { name: 'Spoken 読む人のことば', render: () => <Spoken>お探しのページは見つかりませんでした。</Spoken> },
  { name: 'Original もとの言葉', render: () => <Original>川沿いの花壇をみんなで育てる</Original> },
]
