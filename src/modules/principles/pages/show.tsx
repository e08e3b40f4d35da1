import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { word } from '../../charters/index.ts'
import { findOwn, findPublished, type Inside, type Published, projectRef, seenBy } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { PrinciplesInFull } from '../parts/full.tsx'

function PrinciplesPage({ frame, published, data }: Views<Published, { own: Inside | null }>) {
  const shown = seenBy(frame, published, data.own)
  const { project, charter } = shown
  return (
    <CityPage
      frame={frame}
      title="原則と、その根拠"
      eyebrow={project.title}
      lead={`${word(charter, 'charter', frame.lang)}の原則が、この事業の記録のどこに表れているか。だれかが印をつけるのではなく、記録から自動でたしかめています。`}
      breadcrumbs={[{ href: projects.show({ city: frame.city.slug, ref: projectRef(project) }), label: project.title }]}
    >
      <PrinciplesInFull {...shown} />
    </CityPage>
  )
}

export const showPage = definePage({
  who: 'anyone',
  published: findPublished,
  load: findOwn,
  guest: () => ({ own: null }),
  view: PrinciplesPage,
})
