import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { DataTable, Section } from '../../../ui/index.ts'
import { inOrder } from '../charter/entries.ts'
import { word } from '../charter/phrases.ts'
import { Aside, Entries, EntrySection, LabelledSection, labelsOf } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { AsWritten, Words, WordsInLine } from '../parts/words.tsx'
import { say } from '../words/pages.ts'
import { needWords } from '../words/terms.ts'

function FormsPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  return (
    <CharterPart frame={frame} here="forms">
      <Zones frame={frame} />
      <EntrySection
        heading={say.formsHeading[lang]}
        id="forms"
        entries={charter.forms.map((one) => ({ ...one, summary: one.definition }))}
      >
        {(form) => (
          <>
            <Aside word={say.needed[lang]} of={form.needs.map((need) => needWords[need])} />
            {form.requiredSteps.length > 0 && <Entries entries={form.requiredSteps} />}
          </>
        )}
      </EntrySection>
      <Starts frame={frame} />
      {charter.typologies.map((typology) => (
        <LabelledSection of={typology} id={`typology-${typology.key}`}>
          <Entries entries={typology.members} />
        </LabelledSection>
      ))}
      <EntrySection heading={say.fields[lang]} id="fields" entries={charter.fields} />
      <Agreements frame={frame} />
    </CharterPart>
  )
}

function Zones({ frame: { charter, lang } }: { frame: Frame }) {
  return (
    <>
      <EntrySection heading={say.areas[lang]} id="areas" entries={inOrder(charter.areas)} ordered>
        {(one) => !one.collaboration && <Aside word={say.outside[lang]} of={one.because} />}
      </EntrySection>
      {charter.zones.length > 0 && (
        <Section heading={say.zonesForms[lang]} id="zones">
          <DataTable
            caption={say.zonesCaption[lang]}
            rows={inOrder(charter.zones)}
            columns={[
              { label: say.zone[lang], heading: true, cell: (one) => <Words of={one.label} /> },
              {
                label: say.formsThere[lang],
                cell: (one) =>
                  one.collaboration ? (
                    <WordsInLine of={labelsOf(charter.forms, ...one.forms)} />
                  ) : (
                    <>
                      {say.outside[lang]}
                      <Words of={one.because} />
                    </>
                  ),
              },
              { label: say.examples[lang], cell: (one) => <WordsInLine of={one.examples} /> },
            ]}
          />
        </Section>
      )}
    </>
  )
}

function Starts({ frame: { charter, lang } }: { frame: Frame }) {
  return (
    <>
      <EntrySection
        heading={say.startTypes[lang]}
        id="start-types"
        entries={charter.startTypes}
        named={(one) => (
          <>
            <AsWritten text={one.code} />　<Words of={one.label} />
          </>
        )}
      />
      {charter.typeCases.length > 0 && (
        <Section heading={say.cases[lang]} id="cases">
          <DataTable
            caption={say.cases[lang]}
            hideCaption
            rows={charter.typeCases}
            columns={[
              { label: say.example[lang], heading: true, cell: (one) => <Words of={one.example} /> },
              {
                label: say.type[lang],
                cell: (one) => <WordsInLine of={labelsOf(charter.startTypes, one.startType)} />,
              },
              { label: say.form[lang], cell: (one) => <WordsInLine of={labelsOf(charter.forms, one.form)} /> },
            ]}
          />
        </Section>
      )}
    </>
  )
}

function Agreements({ frame: { charter, lang } }: { frame: Frame }) {
  const { kinds, clauses, examples } = charter.agreement
  return (
    <Section heading={word(charter, 'agreement', lang)} id="agreement">
      <Entries entries={kinds} />
      <h3>{say.clauses[lang]}</h3>
      <Entries entries={clauses.map((one) => ({ ...one, summary: one.summary ?? one.text }))} />
      {examples.length > 0 && (
        <>
          <h3>{say.pastAgreements[lang]}</h3>
          <Entries entries={examples} />
        </>
      )}
    </Section>
  )
}

export const formsPage = definePage({ who: 'anyone', translated: true, view: FormsPage })
