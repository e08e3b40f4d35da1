import { fiscalYearOf, isoDateTime, today } from '../../../platform/time/index.ts'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { dayIn, fiscalYearIn } from '../../../platform/words/spoken-time.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import {
  BarSeries,
  ButtonLink,
  ButtonRow,
  Card,
  CardGrid,
  EmptyState,
  Figures,
  LinkList,
  Original,
  SearchBox,
  Section,
  Spoken,
  Timeline,
} from '../../../ui/index.ts'
import { openToProposals, Words } from '../../charters/index.ts'
import { urls as charters } from '../../charters/urls.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { newsWords } from '../news.ts'
import { hrefOf, StateBadge } from '../parts/projects.tsx'
import { countByCity, countByYear, type Found, listFound, listNews, type News } from '../queries.ts'
import { urls } from '../urls.ts'
import { publicWords } from '../words/public.ts'

interface Front {
  latest: Found[]
  years: Map<number, number>
  counts: Map<string, number>
  news: News[]
}

/** The city's front page: what one can do, what is going on, the numbers of the year. */
export const frontPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<Front> => ({
    latest: await listFound(c.db, 'project', c.city.id, { facets: {} }, 6),
    years: await countByYear(c.db, c.city.id),
    counts: await countByCity(c.db),
    news: await listNews(c.db, c.city.id, 6),
  }),
  view: FrontPage,
})

function FrontPage({ frame, published }: Views<Front, undefined>) {
  const { city, charter, lang } = frame
  const say = publicWords[lang]
  const at = { city: city.slug }
  return (
    <CityPage
      frame={frame}
      title={say.frontHeading(city.spoken.name[lang], cityWord(city, 'collaboration', lang))}
      lead={say.frontLead}
      aside={
        <ButtonRow>
          <ButtonLink href={programmes.list(at)}>{say.propose}</ButtonLink>
          <ButtonLink kind="secondary" href={charters.guide(at)}>
            <Words of={charter.guide.label} />
          </ButtonLink>
          <a href={charters.show(at)}>{say.read(cityWord(city, 'charter', lang))}</a>
        </ButtonRow>
      }
      alternates={[
        {
          href: urls.feed(at),
          type: 'application/atom+xml',
          title: say.frontHeading(city.spoken.name[lang], cityWord(city, 'collaboration', lang)),
        },
      ]}
    >
      <SearchBox action={urls.projects(at)} label={say.search} hint={say.searchHint} />
      <Now frame={frame} rows={published.latest} />
      <Schemes frame={frame} />
      <Lately frame={frame} news={published.news} />
      <Year frame={frame} {...published} />
      <p class="quiet">{say.follows(dayIn(lang, charter.version.inForceOn), cityWord(city, 'charter', lang))}</p>
    </CityPage>
  )
}

/** The newest projects as cards. */
function Now({ frame, rows }: { frame: Frame; rows: Found[] }) {
  const say = publicWords[frame.lang]
  const at = { city: frame.city.slug }
  return (
    <Section heading={say.now} id="now" more={{ href: urls.projects(at), label: say.nowMore }}>
      {rows.length === 0 ? (
        <EmptyState>{say.nothingNow}</EmptyState>
      ) : (
        <CardGrid>
          {rows.map((row) => (
            <Card
              href={hrefOf(frame, row)}
              title={<Original>{row.title}</Original>}
              badge={<StateBadge row={row} />}
              foot={<Original>{row.shown.parties?.slice(0, 3).join('、')}</Original>}
            >
              <p>
                <Original>{row.shown.summary}</Original>
              </p>
            </Card>
          ))}
        </CardGrid>
      )}
    </Section>
  )
}

/** Through what one can propose. */
function Schemes({ frame }: { frame: Frame }) {
  const { charter, city, lang } = frame
  const say = publicWords[lang]
  const at = { city: city.slug }
  return (
    <Section
      heading={say.schemes}
      id="programmes"
      lead={say.schemesLead}
      more={{ href: programmes.list(at), label: say.schemesMore }}
    >
      <LinkList
        links={openToProposals(charter).map((one) => ({
          href: programmes.show({ ...at, key: one.key }),
          label: <Words of={one.label} />,
          about: <Words of={one.summary} />,
        }))}
      />
      <p>
        <a href={proposals.list(at)}>{say.before}</a>
      </p>
    </Section>
  )
}

/** The newest of the record, as everyone may read it. */
function Lately({ frame, news }: { frame: Frame; news: News[] }) {
  const events = news.flatMap(({ at, ...row }) => {
    const words = newsWords(frame, frame.installation.modules, { at, ...row })
    if (!words) return []
    const what = (
      <>
        <a href={words.href}>
          <Original>{words.title}</Original>
        </a>
        <br />
        <Spoken>{words.sentence}</Spoken>
        {frame.lang === 'en' ? '.' : '。'}
      </>
    )
    return [{ at: isoDateTime(at), when: dayIn(frame.lang, today(at)), what }]
  })
  if (!events.length) return null
  return (
    <Section heading={publicWords[frame.lang].lately} id="lately">
      <Timeline events={events} />
    </Section>
  )
}

/** The numbers of this fiscal year, and how they continue those of the city's documents. */
function Year({ frame, years, counts }: Pick<Front, 'years' | 'counts'> & { frame: Frame }) {
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

/** The document's own figures and the register's live count, visibly two series, the past with its source. */
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
