import { definePage, type Views } from '../../../platform/web/index.ts'
import { Section } from '../../../ui/index.ts'
import { entryOf, inOrder } from '../charter/entries.ts'
import { Aside, Entries, EntrySection } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { AsWritten, Words } from '../parts/words.tsx'
import { say } from '../words/pages.ts'
import { evidenceWords } from '../words/terms.ts'

function PrinciplesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  const { principles, principleSteps, path } = charter
  const between = lang === 'en' ? ', ' : '、'
  return (
    <CharterPart frame={frame} here="principles">
      <EntrySection heading={say.whichStep[lang]} id="steps" entries={principleSteps} ordered />
      {charter.principleGroups.map((group) => (
        <Section
          heading={<Words of={group.label} />}
          id={`group-${group.key}`}
          lead={group.summary && <Words of={group.summary} />}
        >
          <Entries entries={inOrder(principles.filter((one) => one.group === group.key))} ordered>
            {(principle) => (
              <>
                {principle.step && (
                  <Aside word={say.step[lang]}>
                    <Words of={entryOf(principleSteps, principle.step)?.label} />
                  </Aside>
                )}
                {principle.evidence.length > 0 && (
                  <Aside word={say.recordShows[lang]}>
                    {principle.evidence.map((key) => evidenceWords[key][lang]).join(between)}
                  </Aside>
                )}
                {principle.question && (
                  <Aside word={say.asked[lang]}>
                    <Words of={principle.question} />
                  </Aside>
                )}
              </>
            )}
          </Entries>
        </Section>
      ))}
      <EntrySection heading={say.help[lang]} id="help" entries={inOrder(charter.help)} ordered>
        {(one) => (
          <Aside word={say.askHelp[lang]}>
            <Words of={one.ask} />
          </Aside>
        )}
      </EntrySection>
      {path && (
        <EntrySection heading={<Words of={path.label} />} id="path" entries={inOrder(path.steps)} ordered>
          {(step) =>
            step.sign && (
              <Aside word={say.sign[lang]}>
                <AsWritten text={step.sign} />
              </Aside>
            )
          }
        </EntrySection>
      )}
    </CharterPart>
  )
}

/** Principles by group and step, each with what the record must show for it. */
export const principlesPage = definePage({ who: 'anyone', translated: true, view: PrinciplesPage })
