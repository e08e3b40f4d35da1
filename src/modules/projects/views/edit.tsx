import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { Tieable } from '../actions/tie.ts'
import type { Inside } from '../queries.ts'
import { refOf } from '../rules.ts'
import { urls } from '../urls.ts'
import { type Choosable, EntryForm } from './entry.tsx'

/** The register entry of a project that is there. */
export function EditProjectPage({
  frame,
  form,
  data,
}: Views<undefined, { project: Inside; charter: Charter; choosable: Choosable[]; tieable: Tieable[] }>) {
  const { project, charter, choosable, tieable } = data
  const at = { city: frame.city.slug, ref: refOf(project) }
  return (
    <CityPage
      frame={frame}
      title="登録の内容を直す"
      eyebrow={project.title}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: urls.show(at), label: project.title }]}
    >
      <EntryForm
        frame={frame}
        form={form}
        charter={charter}
        choosable={choosable}
        primary="保存する"
        project={project}
        tieable={tieable}
      />
    </CityPage>
  )
}
