import { definePage, type Views } from '../../../platform/web/index.ts'
import { Section } from '../../../ui/index.ts'
import { inOrder } from '../charter/entries.ts'
import { Aside, Entries, EntrySection } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { Words } from '../parts/words.tsx'
import { say } from '../words/pages.ts'

function InitiativesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  return (
    <CharterPart frame={frame} here="initiatives">
      {charter.initiativeGroups.map((group) => (
        <Section heading={<Words of={group.label} />} id={`group-${group.key}`}>
          <Entries entries={inOrder(charter.initiatives.filter((one) => one.group === group.key))} ordered>
            {(one) => one.parts.length > 0 && <Entries entries={one.parts} />}
          </Entries>
        </Section>
      ))}
      <EntrySection heading={say.schemes[lang]} id="programmes" entries={charter.programmes} />
      <EntrySection heading={say.problems[lang]} id="problems" entries={charter.problems}>
        {(one) => <Aside word={say.remedies[lang]} of={one.remedies} />}
      </EntrySection>
    </CharterPart>
  )
}

export const initiativesPage = definePage({ who: 'anyone', translated: true, view: InitiativesPage })
