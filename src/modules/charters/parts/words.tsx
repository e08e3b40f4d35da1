import { Original, useLanguage } from '../../../ui/index.ts'
import type { Label } from '../schema/base.ts'

/** Words of a charter in the language of the page; where it has only the Japanese, marked as such. */
export function Words({ of, otherwise = '' }: { of: Label | undefined; otherwise?: string }) {
  const language = useLanguage()
  const known = of?.[language]
  if (known !== undefined) return known
  return of || otherwise ? <Original>{of?.ja ?? otherwise}</Original> : null
}

/** Several of them in a line. */
export function WordsInLine({ of }: { of: readonly (Label | undefined)[] }) {
  const between = useLanguage() === 'en' ? ', ' : '、'
  return <>{of.map((one, at) => [at > 0 && between, <Words of={one} />])}</>
}

/** Text that is Japanese whatever the page's language. */
export function AsWritten({ text }: { text: string | undefined }) {
  return text ? <Original>{text}</Original> : null
}
