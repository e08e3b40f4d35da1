import { definePage, type Lang, type Views } from '../../../platform/web/index.ts'
import { Original, Section, Timeline } from '../../../ui/index.ts'
import { fiscal, when } from '../charter/days.ts'
import { Origin } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { Words } from '../parts/words.tsx'
import type { Charter } from '../schema/charter.ts'
import { say } from '../words/pages.ts'

type Happening = Charter['histories'][number]['entries'][number]

function HistoryPage({ frame }: Views<undefined, undefined>) {
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
              children: one.figures.length > 0 && <FiguresOf happening={one} />,
            }))}
          />
        </Section>
      ))}
    </CharterPart>
  )
}

function FiguresOf({ happening }: { happening: Happening }) {
  return (
    <p class="quiet">
      {happening.figures.map((figure, at) => (
        <>
          {at > 0 && ' ・ '}
          <Words of={figure.label} /> {figure.value.toLocaleString('ja-JP')}
          <Original>{figure.unit}</Original>
        </>
      ))}
    </p>
  )
}

function spanOf({ on, fiscalYear, until, untilFiscalYear }: Happening, lang: Lang): string {
  const from = on ? when(on, lang) : fiscalYear ? fiscal(fiscalYear, lang) : say.timeUnknown[lang]
  const to = until ? when(until, lang) : untilFiscalYear ? fiscal(untilFiscalYear, lang) : undefined
  return to ? `${from}${lang === 'en' ? ' – ' : '〜'}${to}` : from
}

export const historyPage = definePage({ who: 'anyone', translated: true, view: HistoryPage })
