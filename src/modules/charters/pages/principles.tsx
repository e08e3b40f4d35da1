import { definePage, type Views } from '../../../platform/web/index.ts'
import { entryOf, inOrder } from '../charter/entries.ts'
import { Aside, Entries, EntrySection, LabelledSection } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { Words } from '../parts/words.tsx'
import { say } from '../words/pages.ts'
import { evidenceWords } from '../words/terms.ts'

function PrinciplesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  const { principles, principleSteps, path } = charter
  return (
    <CharterPart frame={frame} here="principles">
      <EntrySection heading={say.whichStep[lang]} id="steps" entries={principleSteps} ordered />
      {charter.principleGroups.map((group) => (
        <LabelledSection of={group} id={`group-${group.key}`}>
          <Entries entries={inOrder(principles.filter((one) => one.group === group.key))} ordered>
            {(principle) => (
              <>
                <Aside word={say.step[lang]} of={entryOf(principleSteps, principle.step)?.label} />
                <Aside word={say.recordShows[lang]} of={principle.evidence.map((key) => evidenceWords[key])} />
                <Aside word={say.asked[lang]} of={principle.question} />
              </>
            )}
          </Entries>
        </LabelledSection>
      ))}
      <EntrySection heading={say.help[lang]} id="help" entries={inOrder(charter.help)} ordered>
        {(one) => <Aside word={say.askHelp[lang]} of={one.ask} />}
      </EntrySection>
      {path && (
        <EntrySection heading={<Words of={path.label} />} id="path" entries={inOrder(path.steps)} ordered>
          {(step) => <Aside word={say.sign[lang]} of={step.sign ? { ja: step.sign } : undefined} />}
        </EntrySection>
      )}
    </CharterPart>
  )
}

export const principlesPage = definePage({ who: 'anyone', translated: true, view: PrinciplesPage })
