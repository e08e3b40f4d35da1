import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Card, CardGrid, EmptyState, SearchBox, Section } from '../../../ui/index.ts'
import { urls as account } from '../../accounts/urls.ts'
import { ProjectTable } from '../parts/projects.tsx'
import { countByCity, type Found, listFound } from '../queries.ts'
import { urls } from '../urls.ts'
import { publicWords } from '../words/public.ts'

interface Start {
  counts: Map<string, number>
  latest: Found[]
}

export const startPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<Start> => ({
    counts: await countByCity(c.db),
    latest: await listFound(c.db, undefined, { facets: {} }, 8),
  }),
  view: StartPage,
})

function StartPage({ frame, published }: Views<Start, undefined>) {
  const { cities, lang } = frame
  const { counts, latest } = published
  const say = publicWords[lang]
  const countOf = (kind: string, id: number) => counts.get(`${id}:${kind}`) ?? 0
  if (cities.length === 0) return <NoCityYet frame={frame} />
  return (
    <CityPage frame={frame} title={say.startTitle} heading={say.startHeading} lead={say.startLead}>
      <Section heading={say.pickCity} id="cities" lead={say.pickCityLead}>
        <CardGrid>
          {cities.map((city) => (
            <Card
              href={urls.front({ city: city.slug })}
              title={city.spoken.name[lang]}
              foot={say.cityFoot(countOf('project', city.id), countOf('party', city.id))}
            >
              {cityWord(city, 'charter', lang)}
            </Card>
          ))}
        </CardGrid>
      </Section>
      {frame.demonstration && !frame.actor.account_id && (
        <Section heading={say.tryIt} id="try" lead={say.tryItLead}>
          <ButtonRow>
            <ButtonLink kind="secondary" href={account.signIn()}>
              {say.tryItDo}
            </ButtonLink>
          </ButtonRow>
        </Section>
      )}
      <Section heading={say.latest} id="latest" more={{ href: urls.acrossCities(), label: say.latestMore }}>
        <SearchBox action={urls.acrossCities()} label={say.searchAll} hint={say.searchHint} />
        {latest.length === 0 ? (
          <EmptyState>{say.noneYet}</EmptyState>
        ) : (
          <ProjectTable frame={frame} rows={latest} caption={say.latest} withCity />
        )}
      </Section>
    </CityPage>
  )
}

/** Shows the remaining steps of a new installation as long as no charter has been applied. */
function NoCityYet({ frame }: Pick<Views<Start, undefined>, 'frame'>) {
  const say = publicWords[frame.lang]
  const steps = [
    'bin/tomoni charter check charters/<市>',
    'bin/tomoni charter apply charters/<市>',
    'bin/tomoni administrator <市> <メール> <氏名>',
  ]
  return (
    <CityPage frame={frame} title={say.startTitle} heading={say.noCity} lead={say.noCityLead}>
      <p>{say.noCityDo}</p>
      <ol>
        {steps.map((step) => (
          <li>
            <code>{step}</code>
          </li>
        ))}
      </ol>
    </CityPage>
  )
}
