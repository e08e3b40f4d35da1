import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { DataTable, Section } from '../../../ui/index.ts'
import { fiscal } from '../charter/days.ts'
import { Aside, Entries, EntrySection, LabelledSection, labelsOf } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { Words, WordsInLine } from '../parts/words.tsx'
import { say } from '../words/pages.ts'
import { unitWords } from '../words/terms.ts'

function PartiesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  const { scope, actors, resources } = charter
  return (
    <CharterPart frame={frame} here="parties">
      <LabelledSection of={scope} id="scope">
        <Entries entries={scope.patterns} />
        {scope.refusals.length > 0 && (
          <Entries entries={scope.refusals.map((one) => ({ ...one, label: one.because }))} />
        )}
        {scope.excludes.length > 0 && <Entries entries={scope.excludes} />}
      </LabelledSection>
      <EntrySection
        heading={say.kinds[lang]}
        id="kinds"
        entries={actors.map((one) => ({ ...one, summary: one.definition }))}
      >
        {(actor) => (
          <>
            {actor.parent && <Aside word={say.among[lang]} of={labelsOf(actors, actor.parent)} />}
            <Aside word={`${say.examples[lang]}: `} of={actor.examples} />
          </>
        )}
      </EntrySection>
      <Taking frame={frame} />
      <EntrySection heading={say.resources[lang]} id="resources" entries={resources} />
      <Units frame={frame} />
    </CharterPart>
  )
}

function Taking({ frame: { charter, lang } }: { frame: Frame }) {
  return (
    <>
      <EntrySection heading={say.ties[lang]} id="ties" entries={charter.ties} />
      <EntrySection heading={say.effects[lang]} id="effects" entries={charter.effects}>
        {(one) => one.for !== 'all' && <Aside word={say.forWhom[lang]} of={labelsOf(charter.actors, one.for)} />}
      </EntrySection>
      <EntrySection heading={say.participation[lang]} id="participation" entries={charter.participation}>
        {(one) => (
          <p class="small">
            {`${(one.countsAsCollaboration ? say.counts : say.countsNot)[lang]}　${say.examples[lang]}: `}
            <WordsInLine of={one.examples} />
          </p>
        )}
      </EntrySection>
      <EntrySection heading={say.roles[lang]} id="roles" entries={charter.roles}>
        {(one) => <Aside of={one.examples} />}
      </EntrySection>
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
              cell: (one) => <WordsInLine of={labelsOf(charter.programmes, one.programme)} />,
            },
            {
              label: say.years[lang],
              cell: (one) =>
                [one.fromFiscalYear, one.toFiscalYear].map((year) => (year ? fiscal(year, lang) : '')).join('〜'),
            },
            {
              label: say.amount[lang],
              numeric: true,
              cell: (one) => one.amountYen.toLocaleString('ja-JP') + unitWords.yen[lang],
            },
          ]}
        />
      )}
    </Section>
  )
}

export const partiesPage = definePage({ who: 'anyone', translated: true, view: PartiesPage })
