import { dateLabel, fiscalYearLabel, fiscalYearOf, isoDateTime, plainDateLabel, today } from '../../../platform/time.ts'
import type { Views } from '../../../platform/web/index.ts'
import {
  BarSeries,
  ButtonLink,
  ButtonRow,
  Card,
  CardGrid,
  EmptyState,
  Figures,
  LinkList,
  SearchBox,
  Section,
  Timeline,
} from '../../../ui/index.ts'
import { label, openToProposals } from '../../charters/index.ts'
import { urls as charters } from '../../charters/urls.ts'
import { CityPage } from '../../cities/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { urls as projects } from '../../projects/urls.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import type { Found, News } from '../queries.ts'
import { urls } from '../urls.ts'
import { ProjectTable } from './list.tsx'
import { newsWords } from './news.ts'

export interface Front {
  latest: Found[]
  years: Map<number, number>
  counts: Map<string, number>
  news: News[]
}

/** The city's front page: what is going on, what one can do, the numbers of the year. */
export function FrontPage({ frame, published }: Views<Front, undefined>) {
  const { city, charter, lang, now } = frame
  const at = { city: city.slug }
  const { latest, years, counts } = published
  const year = fiscalYearOf(now)
  return (
    <CityPage
      frame={frame}
      title={`${city.name}の${city.words.collaboration ?? '協働'}`}
      lead={label(charter.aims[0]?.label, lang) || undefined}
      alternates={[{ href: urls.feed(at), type: 'application/atom+xml', title: `${city.name}の協働` }]}
    >
      <SearchBox
        action={urls.projects(at)}
        label="取り組みをさがす"
        hint="言葉を入れてください。例　防災、花、子育て"
      />
      <ButtonRow>
        <ButtonLink href={programmes.list(at)}>提案する</ButtonLink>
        <ButtonLink kind="secondary" href={charters.guide(at)}>
          {label(charter.guide.label, lang)}
        </ButtonLink>
        <ButtonLink kind="secondary" href={charters.show(at)}>
          {city.words.charter ?? '指針'}を読む
        </ButtonLink>
      </ButtonRow>
      <Section heading="いま動いていること" id="now" more={{ href: urls.projects(at), label: 'すべての事業を見る' }}>
        {latest.length === 0 ? (
          <EmptyState>公開された事業は、まだありません。</EmptyState>
        ) : (
          <CardGrid>
            {latest.map((row) => (
              <Card
                href={projects.show({ ...at, ref: row.ref })}
                title={row.title}
                eyebrow={row.shown.state}
                foot={row.shown.parties?.slice(0, 3).join('、')}
              >
                {row.shown.summary}
              </Card>
            ))}
          </CardGrid>
        )}
      </Section>
      <Lately frame={frame} news={published.news} />
      <Section heading="ことしの数字" id="figures" more={{ href: charters.figures(at), label: 'これまでの数字を見る' }}>
        <Figures
          figures={[
            { label: '今年度の事業', value: years.get(year) ?? 0, unit: '件' },
            { label: '公開された提案', value: counts.get(`${city.id}:proposal`) ?? 0, unit: '件' },
            { label: '公開している団体', value: counts.get(`${city.id}:party`) ?? 0, unit: '団体' },
          ]}
        />
        <PastAndLive frame={frame} years={years} />
      </Section>
      <Section heading="提案できる制度" id="programmes" more={{ href: programmes.list(at), label: '募集・制度の一覧' }}>
        <LinkList
          links={openToProposals(charter).map((one) => ({
            href: programmes.show({ ...at, key: one.key }),
            label: label(one.label, lang),
            about: label(one.summary, lang),
          }))}
        />
        <p>
          <a href={proposals.list(at)}>これまでの提案と、その結果</a>
        </p>
      </Section>
      <p class="quiet">
        {dateLabel(charter.version.inForceOn)}から効力をもつ版の{city.words.charter ?? '指針'}に従っています。
      </p>
    </CityPage>
  )
}

/** The newest of the record, as everyone may read it. */
function Lately({ frame, news }: { frame: Views<Front, undefined>['frame']; news: News[] }) {
  const events = news.flatMap(({ at, ...row }) => {
    const words = newsWords(frame, { at, ...row })
    if (!words) return []
    const { title, sentence, href } = words
    const what = (
      <>
        <a href={href}>{title}</a>
        <br />
        {sentence}。
      </>
    )
    return [{ at: isoDateTime(at), when: plainDateLabel(today(at)), what }]
  })
  if (!events.length) return null
  return (
    <Section heading="さいきんの出来事" id="lately">
      <Timeline events={events} />
    </Section>
  )
}

/** The document's own figures and the register's live count, visibly two series, the past with its source. */
function PastAndLive({ frame, years }: { frame: Views<Front, undefined>['frame']; years: Map<number, number> }) {
  const series = frame.charter.figures.find((one) => one.continuedBy === 'register')
  if (!series) return null
  const column = series.columns[0]!.key
  const live = [...years].filter(([year]) => year <= fiscalYearOf(frame.now)).sort(([a], [b]) => a - b)
  return (
    <>
      <BarSeries
        caption={`${label(series.label, frame.lang)}（市の資料にある数）`}
        unit="件"
        categories={series.rows.map((row) => fiscalYearLabel(row.year))}
        series={[{ label: '市の資料にある数', values: series.rows.map((row) => row.values[column]) }]}
      />
      {live.length > 0 && (
        <BarSeries
          caption={`${label(series.label, frame.lang)}（この一覧から数えた数）`}
          unit="件"
          categories={live.map(([year]) => fiscalYearLabel(year))}
          series={[{ label: 'この一覧から数えた数', values: live.map(([, count]) => count) }]}
        />
      )}
    </>
  )
}

export interface Start {
  counts: Map<string, number>
  latest: Found[]
}

/** The start page: the cities of the installation, and what is newest over all of them. */
export function StartPage({ frame, published }: Views<Start, undefined>) {
  const { cities, lang } = frame
  const { counts, latest } = published
  const cityOf = (row: Found) => cities.find((one) => one.id === row.city_id)
  return (
    <CityPage
      frame={frame}
      title="はじめに"
      heading="市民と市が、ともに。"
      lead="提案から、話し合い、協定、実施、評価まで。市民と市がいっしょに進めるまちづくりの歩みを、だれでも見ることができます。"
    >
      <SearchBox
        action={urls.acrossCities()}
        label="すべての市の取り組みをさがす"
        hint="言葉を入れてください。例　防災、花、子育て"
      />
      <Section heading="市をえらぶ" id="cities">
        <CardGrid>
          {cities.map((city) => (
            <Card
              href={urls.front({ city: city.slug })}
              title={city.name}
              foot={`事業 ${counts.get(`${city.id}:project`) ?? 0}件 ・ 団体 ${counts.get(`${city.id}:party`) ?? 0}`}
            >
              {city.words.charter ?? '協働の指針'}
            </Card>
          ))}
        </CardGrid>
      </Section>
      <Section
        heading="新しく公開された取り組み"
        id="latest"
        more={{ href: urls.acrossCities(), label: 'すべての市の取り組みを、年度や分野でしぼって見る' }}
      >
        {latest.length === 0 ? (
          <EmptyState>公開された取り組みは、まだありません。</EmptyState>
        ) : (
          <ProjectTable
            rows={latest}
            caption="新しく公開された取り組み"
            lang={lang}
            cityName={(row) => cityOf(row)?.name ?? ''}
            href={(row) => projects.show({ city: cityOf(row)?.slug ?? '', ref: row.ref })}
          />
        )}
      </Section>
    </CityPage>
  )
}
