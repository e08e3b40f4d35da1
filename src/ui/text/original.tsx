import { type Child, useContext } from 'hono/jsx'
import type { Example } from '../example.ts'
import { LanguageContext } from '../words.ts'

/**
 * What stands in Japanese only: names, titles, what people wrote. On a page in another language it says so to those who
 * hear the page (WCAG 3.1.2), and in plain Japanese that nobody made it plain.
 */
export function Original({ children, block }: { children: Child; block?: boolean }) {
  const language = useContext(LanguageContext)
  if (language === 'ja') return <>{children}</>
  const Tag = block ? 'div' : 'span'
  return <Tag lang="ja">{children}</Tag>
}

export const examples: Example[] = [
  { name: 'Original もとの言葉', render: () => <Original>川沿いの花壇をみんなで育てる</Original> },
]
