import { definePage, type Views } from '../../../platform/web/index.ts'
import { BarSeries, Section } from '../../../ui/index.ts'
import { fiscal, when } from '../charter/days.ts'
import { label } from '../charter/phrases.ts'
import { Origin } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { Words } from '../parts/words.tsx'
import { say } from '../words/pages.ts'
import { unitWords } from '../words/terms.ts'

function FiguresPage({ frame }: Views<undefined, undefined>) {
  const { city, charter, lang } = frame
  return (
    <CharterPart frame={frame} here="figures" lead={say.figuresLead[lang]}>
      {charter.figures.map((series) => {
        const isFiscal = series.yearKind === 'fiscal'
        return (
          <Section heading={<Words of={series.label} />} id={`series-${series.key}`}>
            <p class="small">{say.source[lang](say.papersOf[lang](city.spoken.name[lang]))}</p>
            <Origin entry={series} />
            <BarSeries
              caption={<Words of={series.label} />}
              unit={unitWords[series.unit][lang]}
              of={(isFiscal ? say.fiscalYear : say.year)[lang]}
              categories={series.rows.map((row) => (isFiscal ? fiscal(row.year, lang) : when(String(row.year), lang)))}
              series={series.columns.map((column) => ({
                label: label(column.label, lang),
                values: series.rows.map((row) => row.values[column.key]),
              }))}
            />
          </Section>
        )
      })}
    </CharterPart>
  )
}

/** Shows figures of the past with their sources; the program's own counts are in the register. */
export const figuresPage = definePage({ who: 'anyone', translated: true, view: FiguresPage })
