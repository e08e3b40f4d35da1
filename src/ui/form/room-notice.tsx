import { formatBytes } from '../../platform/files/size.ts'
import { inMegabytes, maxFileBytes, maxFilesTogether } from '../../platform/uploads/limits.ts'
import type { Room } from '../../platform/uploads/room.ts'
import type { FormState } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { Notice } from '../text/notice.tsx'
import { exampleForm } from './example-form.ts'

/** From this share on a person is warned. */
const NEARLY = 0.8

/** How much may be attached, above the fields of a form that takes files: said before, when little is left, and at the end. */
export function RoomNotice({ form: { room } }: { form: FormState }) {
  const warning = room && warningOf(room)
  return (
    <>
      <p class="hint">
        添付できるファイルは、ひとつ{inMegabytes(maxFileBytes)}まで、一度に合わせて
        {inMegabytes(maxFilesTogether)}までです。
        {room && `お一人が預けられるのは、合わせて${formatBytes(room.person.most)}までです。`}
      </p>
      {warning && <Notice kind="warning">{warning}</Notice>}
    </>
  )
}

function warningOf({ person, city }: Room): string | undefined {
  const left = Math.min(person.most - person.used, city.most - city.used)
  if (left <= 0)
    return '預けられるファイルの量に達しているため、新しいファイルは添付できません。市の担当窓口へご相談ください。'
  if (person.used < person.most * NEARLY && city.used < city.most * NEARLY) return undefined
  return `預けられるファイルの量は、あと${formatBytes(left)}です。`
}

const room = { person: { used: 4.2e9, most: 5e9 }, city: { used: 9e9, most: 50e9 } }
const full = { ...room, person: { used: 5e9, most: 5e9 } }

export const examples: Example[] = [
  { name: 'RoomNotice 残りが少ないとき', render: () => <RoomNotice form={{ ...exampleForm, room }} /> },
  { name: 'RoomNotice いっぱいのとき', render: () => <RoomNotice form={{ ...exampleForm, room: full }} /> },
]
