import type { AnyAction } from '../../../platform/web/action/index.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord, VerbButtons } from '../../../site/index.ts'
import { ButtonRow, LinkList, Original } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { beginnings } from '../actions/index.ts'
import { mayAddDepartment } from '../may.ts'
import { listBodies } from '../queries/published.ts'
import { organisation } from '../subject.tsx'
import { urls } from '../urls.ts'
import { projectCount, say } from '../words.ts'

const inOrganisation = beginnings.filter(({ noun }: AnyAction) => noun === organisation)

function DepartmentsPage({ frame, published }: Views<Awaited<ReturnType<typeof listBodies>>, undefined>) {
  const { city, lang } = frame
  const here = { city: city.slug }
  const links = (units: string[], ended = false) =>
    published
      .filter(({ unit, ends_on }) => units.includes(unit) && (ends_on !== null) === ended)
      .map(({ number, name, purpose, projects }) => ({
        href: urls.show({ ...here, number: String(number) }),
        label: <Original>{name}</Original>,
        about: purpose ? <Original>{purpose}</Original> : undefined,
        count: projects > 0 ? projectCount[lang](projects) : undefined,
      }))
  const wards = links(['ward'])
  const former = links(['department', 'ward'], true)
  return (
    <CityPage
      frame={frame}
      title={(wards.length > 0 ? say.departmentsAndWards : say.departments)[lang]}
      lead={say.departmentsLead[lang]}
      breadcrumbs={[{ href: urls.list(here), label: cityWord(city, 'group', lang) }]}
    >
      {mayAddDepartment(frame.actor) && (
        <ButtonRow>
          <VerbButtons frame={frame} thing={{ charter: frame.charter }} verbs={inOrganisation} first="primary" />
        </ButtonRow>
      )}
      <LinkList label={say.departments[lang]} links={links(['city', 'department'])} />
      {wards.length > 0 && (
        <>
          <h2>{word(frame.charter, 'ward', frame.lang)}</h2>
          <LinkList label={word(frame.charter, 'ward', frame.lang)} links={wards} />
        </>
      )}
      {former.length > 0 && (
        <>
          <h2>{say.formerDepartments[lang]}</h2>
          <LinkList label={say.formerDepartments[lang]} links={former} />
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
