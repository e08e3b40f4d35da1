import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { LinkList, Original } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { listBodies } from '../queries/published.ts'
import { urls } from '../urls.ts'
import { projectCount, say } from '../words.ts'

function DepartmentsPage({ frame, published }: Views<Awaited<ReturnType<typeof listBodies>>, undefined>) {
  const { city, lang } = frame
  const here = { city: city.slug }
  const links = (units: string[]) =>
    published
      .filter(({ unit }) => units.includes(unit))
      .map(({ number, name, purpose, projects }) => ({
        href: urls.show({ ...here, number: String(number) }),
        label: <Original>{name}</Original>,
        about: purpose ? <Original>{purpose}</Original> : undefined,
        count: projects > 0 ? projectCount[lang](projects) : undefined,
      }))
  const wards = links(['ward'])
  return (
    <CityPage
      frame={frame}
      title={(wards.length > 0 ? say.departmentsAndWards : say.departments)[lang]}
      lead={say.departmentsLead[lang]}
      breadcrumbs={[{ href: urls.list(here), label: cityWord(city, 'group', lang) }]}
    >
      <LinkList label={say.departments[lang]} links={links(['city', 'department'])} />
      {wards.length > 0 && (
        <>
          <h2>{word(frame.charter, 'ward', frame.lang)}</h2>
          <LinkList label={word(frame.charter, 'ward', frame.lang)} links={wards} />
        </>
      )}
    </CityPage>
  )
}

export const departmentsPage = definePage({
  who: 'anyone',
  translated: true,
  published: (c) => listBodies(c.db, c.city.id),
  view: DepartmentsPage,
})
