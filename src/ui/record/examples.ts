import { examples as diff } from './diff.tsx'
import { examples as principleList } from './principle-list.tsx'
import { examples as printSheet } from './print-sheet.tsx'
import { examples as roleTable } from './role-table.tsx'
import { examples as seal } from './seal.tsx'
import { examples as stamps } from './stamps.tsx'
import { examples as steps } from './steps.tsx'
import { examples as thread } from './thread.tsx'
import { examples as timeline } from './timeline.tsx'

export const examples = [
  ...diff,
  ...principleList,
  ...printSheet,
  ...roleTable,
  ...seal,
  ...stamps,
  ...steps,
  ...thread,
  ...timeline,
]
