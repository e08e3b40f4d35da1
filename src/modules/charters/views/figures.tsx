import type { Lang, Views } from '../../../platform/web/index.ts'
import { fiscalYearIn } from '../../../platform/words/spoken-time.ts'
import { BarSeries, Original, Section, Timeline } from '../../../ui/index.ts'
import { label } from '../rules.ts'
import type { Charter } from '../schema.ts'
import { say } from '../words/pages.ts'
import { unitWords } from '../words/terms.ts'
import { CharterPart, Origin, when } from './entries.tsx'
import { Words } from './words.tsx'

/** A fiscal year as the charter's own pages write it. */
export function fiscal(year: number, lang: Lang): string {
  return lang === 'ja' ? `${when(String(year), lang)}度` : fiscalYearIn(lang, year)
}

/** Figures of the past, each with its source; what the program counts itself stands elsewhere. */
export function FiguresPage({ frame }: Views<undefined, undefined>) {
  const { city, charter, lang } = frame
  return (
    <CharterPart frame={frame} here="figures" lead={say.figuresLead[lang]}>
      {charter.figures.map((series) => {
        const isFiscal = series.yearKind === 'fiscal'
        return (
          <Section heading={<Words of={series.label} />} id={`series-${series.key}`}>
            <p class="small">{say.source[lang](city.spoken.name[lang])}</p>
            <Origin entry={series} />
            <BarSeries
              caption={<Words of={series.label} />}
              unit={unitWords[series.unit]?.[lang] ?? ''}
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

type Happening = Charter['histories'][number]['entries'][number]

/** How the rules came to be. */
export function HistoryPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  return (
    <CharterPart frame={frame} here="history">
      {charter.histories.map((history) => (
        <Section heading={<Words of={history.label} />} id={`history-${history.key}`}>
          <Origin entry={history} />
          <Timeline
            events={history.entries.map((one) => ({
              at: one.on ?? String(one.fiscalYear ?? ''),
              when: spanOf(one, lang),
              what: <Words of={one.label} />,
              children: one.figures.length > 0 && (
                <p class="quiet">
                  {one.figures.map((figure, at) => (
                    <>
                      {at > 0 && ' ・ '}
                      <Words of={figure.label} /> {figure.value.toLocaleString('ja-JP')}
                      <Original>{figure.unit}</Original>
                    </>
                  ))}
                </p>
              ),
            }))}
          />
        </Section>
      ))}
    </CharterPart>
  )
}

function spanOf({ on, fiscalYear, until, untilFiscalYear }: Happening, lang: Lang): string {
  const from = on ? when(on, lang) : fiscalYear ? fiscal(fiscalYear, lang) : say.timeUnknown[lang]
  const to = until ? when(until, lang) : untilFiscalYear ? fiscal(untilFiscalYear, lang) : undefined
  return to ? `${from}${lang === 'en' ? ' – ' : '〜'}${to}` : from
}
