import type { Lang } from '../../../platform/words/lang.ts'
import { Section } from '../../../ui/index.ts'
import { word } from '../rules.ts'
import type { Charter } from '../schema.ts'
import { Entries } from './entries.tsx'

const say = {
  clauses: { ja: '書きこむ条項', easy: '{書|か}く こと', en: 'Clauses' },
  examples: { ja: '文書にある例', easy: 'これまでの れい', en: 'Examples in the documents' },
}

/** By which papers a collaboration is agreed on, what stands in them, and those the city's documents tell of. */
export function AgreementSection({ charter, lang }: { charter: Charter; lang: Lang }) {
  const { kinds, clauses, examples } = charter.agreement
  return (
    <Section heading={word(charter, 'agreement', lang)} id="agreement">
      <Entries entries={kinds} />
      <h3>{say.clauses[lang]}</h3>
      <Entries entries={clauses.map((one) => ({ ...one, summary: one.summary ?? one.text }))} />
      {examples.length > 0 && (
        <>
          <h3>{say.examples[lang]}</h3>
          <Entries entries={examples} />
        </>
      )}
    </Section>
  )
}
