import { actSheets } from '../../../site/index.ts'
import { groundLabel } from '../../charters/index.ts'
import { events } from '../events.ts'
import { maySeeActs } from '../may.ts'
import { projectNumberLabel } from '../project/project.ts'
import { project } from '../subject.tsx'

export const actPages = actSheets(project, {
  who: maySeeActs,
  title: (one) => `${one.title}　${projectNumberLabel(one.charter, one)}`,
  events,
  ground: ({ charter }, ground) => groundLabel(charter, ground),
})
