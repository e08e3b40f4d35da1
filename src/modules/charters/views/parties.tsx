import type { Frame, Views } from '../../../platform/web/index.ts'
import { DataTable, Section } from '../../../ui/index.ts'
import { say } from '../words/pages.ts'
import { unitWords } from '../words/terms.ts'
import { Aside, CharterPart, Entries, Names } from './entries.tsx'
import { fiscal } from './figures.tsx'
import { Words, WordsInLine } from './words.tsx'

/** Who may collaborate with whom. */
export function PartiesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  return (
    <CharterPart frame={frame} here="parties">
      <Section heading={<Words of={charter.scope.label} />} id="scope" lead={<Words of={charter.scope.summary} />}>
        <Entries entries={charter.scope.patterns} />
        {charter.scope.refusals.length > 0 && (
          <Entries entries={charter.scope.refusals.map((one) => ({ ...one, label: one.because }))} />
        )}
        {charter.scope.excludes.length > 0 && <Entries entries={charter.scope.excludes} />}
      </Section>
      <Section heading={say.kinds[lang]} id="kinds">
        <Entries entries={charter.actors.map((one) => ({ ...one, summary: one.definition }))}>
          {(actor) => (
            <>
              {actor.parent && (
                <Aside word={say.among[lang]}>
                  <Names list={charter.actors} keys={[actor.parent]} />
                </Aside>
              )}
              {actor.examples.length > 0 && (
                <Aside word={`${say.examples[lang]}: `}>
                  <WordsInLine of={actor.examples} />
                </Aside>
              )}
            </>
          )}
        </Entries>
      </Section>
      <Taking frame={frame} />
      {charter.resources.length > 0 && (
        <Section heading={say.resources[lang]} id="resources">
          <Entries entries={charter.resources} />
        </Section>
      )}
      <Units frame={frame} />
    </CharterPart>
  )
}

function Taking({ frame: { charter, lang } }: { frame: Frame }) {
  return (
    <>
      {charter.ties.length > 0 && (
        <Section heading={say.ties[lang]} id="ties">
          <Entries entries={charter.ties} />
        </Section>
      )}
      {charter.effects.length > 0 && (
        <Section heading={say.effects[lang]} id="effects">
          <Entries entries={charter.effects}>
            {(one) =>
              one.for === 'all' ? null : (
                <Aside word={say.forWhom[lang]}>
                  <Names list={charter.actors} keys={[one.for]} />
                </Aside>
              )
            }
          </Entries>
        </Section>
      )}
      {charter.participation.length > 0 && (
        <Section heading={say.participation[lang]} id="participation">
          <Entries entries={charter.participation}>
            {(one) => (
              <Aside
                word={`${(one.countsAsCollaboration ? say.counts : say.countsNot)[lang]}　${say.examples[lang]}: `}
              >
                <WordsInLine of={one.examples} />
              </Aside>
            )}
          </Entries>
        </Section>
      )}
      {charter.roles.length > 0 && (
        <Section heading={say.roles[lang]} id="roles">
          <Entries entries={charter.roles}>
            {(one) => one.examples.length > 0 && <Aside>{<WordsInLine of={one.examples} />}</Aside>}
          </Entries>
        </Section>
      )}
    </>
  )
}

function Units({ frame: { charter, lang } }: { frame: Frame }) {
  const { units, word, budgetPerUnit } = charter.territory
  if (units.length === 0) return null
  return (
    <Section heading={word ? <Words of={word} /> : say.units[lang]} id="units">
      <Entries entries={units} />
      {budgetPerUnit.length > 0 && (
        <DataTable
          caption={say.budgets[lang]}
          rows={budgetPerUnit}
          columns={[
            {
              label: say.scheme[lang],
              heading: true,
              cell: (one) => <Names list={charter.programmes} keys={[one.programme]} />,
            },
            {
              label: say.years[lang],
              cell: (one) =>
                [one.fromFiscalYear, one.toFiscalYear].map((year) => (year ? fiscal(year, lang) : '')).join('〜'),
            },
            {
              label: say.amount[lang],
              numeric: true,
              cell: (one) => one.amountYen.toLocaleString('ja-JP') + unitWords.yen![lang],
            },
          ]}
        />
      )}
    </Section>
  )
}
