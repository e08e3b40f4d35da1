import { Original, useLanguage } from '../../../ui/index.ts'
import type { Label } from '../schema/base.ts'

/** Shows a charter's words in the page's language, or in Japanese marked as such. */
export function Words({ of, otherwise = '' }: { of: Label | undefined; otherwise?: string }) {
  const language = useLanguage()
  const known = of?.[language]
  if (known !== undefined) return known
  return of || otherwise ? <Original>{of?.ja ?? otherwise}</Original> : null
}

/** Shows several words in one line. */
export function WordsInLine({ of }: { of: readonly (Label | undefined)[] }) {
  const between = useLanguage() === 'en' ? ', ' : '、'
  return <>{of.map((one, at) => [at > 0 && between, <Words of={one} />])}</>
}

export function AsWritten({ text }: { text: string | undefined }) {
  return text ? <Original>{text}</Original> : null
}
