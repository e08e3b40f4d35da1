import { fiscalYearOf } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { fiscalYearIn } from '../../../platform/words/spoken-time.ts'
import { BarSeries, Figures, Section } from '../../../ui/index.ts'
import { Words } from '../../charters/index.ts'
import { urls as charters } from '../../charters/urls.ts'
import { publicWords } from '../words/public.ts'

export function Year(props: { frame: Frame; years: Map<number, number>; counts: Map<string, number> }) {
  const { frame, years, counts } = props
  const { city, now } = frame
  const say = publicWords[frame.lang]
  const figures = { href: charters.figures({ city: city.slug }), label: say.figuresMore }
  return (
    <Section heading={say.figures} id="figures" more={figures}>
      <Figures
        figures={[
          { label: say.projectsThisYear, value: years.get(fiscalYearOf(now)) ?? 0, unit: say.unit },
          { label: say.proposals, value: counts.get(`${city.id}:proposal`) ?? 0, unit: say.unit },
          { label: say.groups, value: counts.get(`${city.id}:party`) ?? 0, unit: say.groupUnit },
        ]}
      />
      <PastAndLive frame={frame} years={years} />
    </Section>
  )
}

/** Shows two separate series: the documents' figures with their source, and the live count of the register. */
function PastAndLive({ frame, years }: { frame: Frame; years: Map<number, number> }) {
  const { charter, lang, now } = frame
  const say = publicWords[lang]
  const series = charter.figures.find((one) => one.continuedBy === 'register')
  if (!series) return null
  const [column] = series.columns
  const live = [...years].filter(([year]) => year <= fiscalYearOf(now)).sort(([a], [b]) => a - b)
  const caption = (which: string) => (
    <>
      <Words of={series.label} />
      {lang === 'ja' ? `（${which}）` : ` (${which})`}
    </>
  )
  const year = (fiscal: number) => fiscalYearIn(lang, fiscal, charter.city.eraChange)
  return (
    <>
      <BarSeries
        caption={caption(say.pastNumbers)}
        unit={say.unit}
        categories={series.rows.map((row) => year(row.year))}
        series={[{ label: say.pastNumbers, values: series.rows.map((row) => row.values[column?.key ?? '']) }]}
      />
      {live.length > 0 && (
        <BarSeries
          caption={caption(say.liveNumbers)}
          unit={say.unit}
          categories={live.map(([fiscal]) => year(fiscal))}
          series={[{ label: say.liveNumbers, values: live.map(([, count]) => count) }]}
        />
      )}
    </>
  )
}
