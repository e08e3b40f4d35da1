import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Card, CardGrid, EmptyState, Original, SearchBox, Section } from '../../../ui/index.ts'
import { label, Words } from '../../charters/index.ts'
import { urls as charters } from '../../charters/urls.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { Lately } from '../parts/lately.tsx'
import { hrefOf, StateBadge } from '../parts/projects.tsx'
import { Schemes } from '../parts/schemes.tsx'
import { Year } from '../parts/year.tsx'
import { countByCity, countByYear, type Found, listFound, listNews, type News } from '../queries.ts'
import { urls } from '../urls.ts'
import { publicWords } from '../words/public.ts'

interface Front {
  latest: Found[]
  years: Map<number, number>
  counts: Map<string, number>
  news: News[]
}

export const frontPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<Front> => ({
    latest: await listFound(c.db, c.city.id, { facets: {} }, 6),
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
      <p class="quiet">
        {say.follows(label(charter.version.label, lang) || charter.version.number, cityWord(city, 'charter', lang))}
      </p>
    </CityPage>
  )
}

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
