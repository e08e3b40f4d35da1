import type { Views } from '../../../platform/web/index.ts'
import { Section } from '../../../ui/index.ts'
import { say } from '../words/pages.ts'
import { evidenceWords } from '../words/terms.ts'
import { Aside, AsWritten, CharterPart, Entries } from './entries.tsx'
import { Words } from './words.tsx'

const inOrder = <E extends { order: number }>(list: readonly E[]) => [...list].sort((a, b) => a.order - b.order)

/** Principles by group and step, each with what the record must show for it. */
export function PrinciplesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  const between = lang === 'en' ? ', ' : '、'
  return (
    <CharterPart frame={frame} here="principles">
      {charter.principleSteps.length > 0 && (
        <Section heading={say.whichStep[lang]} id="steps">
          <Entries entries={charter.principleSteps} ordered />
        </Section>
      )}
      {charter.principleGroups.map((group) => (
        <Section
          heading={<Words of={group.label} />}
          id={`group-${group.key}`}
          lead={group.summary && <Words of={group.summary} />}
        >
          <Entries entries={inOrder(charter.principles.filter((one) => one.group === group.key))} ordered>
            {(principle) => (
              <>
                {principle.step && (
                  <Aside word={say.step[lang]}>
                    <Words of={charter.principleSteps.find((one) => one.key === principle.step)?.label} />
                  </Aside>
                )}
                {principle.evidence.length > 0 && (
                  <Aside word={say.recordShows[lang]}>
                    {principle.evidence.map((key) => evidenceWords[key]?.[lang]).join(between)}
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
      {charter.help.length > 0 && (
        <Section heading={say.help[lang]} id="help">
          <Entries entries={inOrder(charter.help)} ordered>
            {(one) => (
              <Aside word={say.askHelp[lang]}>
                <Words of={one.ask} />
              </Aside>
            )}
          </Entries>
        </Section>
      )}
      {charter.path && (
        <Section heading={<Words of={charter.path.label} />} id="path">
          <Entries entries={inOrder(charter.path.steps)} ordered>
            {(step) =>
              step.sign ? (
                <Aside word={say.sign[lang]}>
                  <AsWritten text={step.sign} />
                </Aside>
              ) : null
            }
          </Entries>
        </Section>
      )}
    </CharterPart>
  )
}
