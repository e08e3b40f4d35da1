import type { Frame, Views } from '../../../platform/web/index.ts'
import { DataTable, Section } from '../../../ui/index.ts'
import { say } from '../words/pages.ts'
import { needWords } from '../words/terms.ts'
import { AgreementSection } from './agreement.tsx'
import { Aside, AsWritten, CharterPart, Entries, Names } from './entries.tsx'
import { Words, WordsInLine } from './words.tsx'

const inOrder = <E extends { order: number }>(list: readonly E[]) => [...list].sort((a, b) => a.order - b.order)

/** Forms, and the zones in which each suits. */
export function FormsPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  const between = lang === 'en' ? ', ' : '、'
  return (
    <CharterPart frame={frame} here="forms">
      <Zones frame={frame} />
      <Section heading={say.formsHeading[lang]} id="forms">
        <Entries entries={charter.forms.map((one) => ({ ...one, summary: one.definition }))}>
          {(form) => (
            <>
              {form.needs.length > 0 && (
                <Aside word={say.needed[lang]}>{form.needs.map((need) => needWords[need]?.[lang]).join(between)}</Aside>
              )}
              {form.requiredSteps.length > 0 && <Entries entries={form.requiredSteps} />}
            </>
          )}
        </Entries>
      </Section>
      <Starts frame={frame} />
      {charter.typologies.map((typology) => (
        <Section
          heading={<Words of={typology.label} />}
          id={`typology-${typology.key}`}
          lead={typology.summary && <Words of={typology.summary} />}
        >
          <Entries entries={typology.members} />
        </Section>
      ))}
      {charter.fields.length > 0 && (
        <Section heading={say.fields[lang]} id="fields">
          <Entries entries={charter.fields} />
        </Section>
      )}
      <AgreementSection charter={charter} lang={lang} />
    </CharterPart>
  )
}

function Zones({ frame: { charter, lang } }: { frame: Frame }) {
  return (
    <>
      {charter.areas.length > 0 && (
        <Section heading={say.areas[lang]} id="areas">
          <Entries entries={inOrder(charter.areas)} ordered>
            {(one) =>
              one.collaboration ? null : (
                <Aside word={say.outside[lang]}>
                  <Words of={one.because} />
                </Aside>
              )
            }
          </Entries>
        </Section>
      )}
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
                    <Names list={charter.forms} keys={one.forms} />
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
      {charter.startTypes.length > 0 && (
        <Section heading={say.startTypes[lang]} id="start-types">
          <Entries
            entries={charter.startTypes}
            named={(one) => (
              <>
                <AsWritten text={one.code} />　<Words of={one.label} />
              </>
            )}
          />
        </Section>
      )}
      {charter.typeCases.length > 0 && (
        <Section heading={say.cases[lang]} id="cases">
          <DataTable
            caption={say.cases[lang]}
            hideCaption
            rows={charter.typeCases}
            columns={[
              { label: say.example[lang], heading: true, cell: (one) => <Words of={one.example} /> },
              { label: say.type[lang], cell: (one) => <Names list={charter.startTypes} keys={[one.startType]} /> },
              { label: say.form[lang], cell: (one) => <Names list={charter.forms} keys={[one.form]} /> },
            ]}
          />
        </Section>
      )}
    </>
  )
}
