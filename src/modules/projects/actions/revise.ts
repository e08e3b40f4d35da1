import { action, made } from '../../../platform/web/action/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { listChoosableParties } from '../../parties/index.ts'
import { revised } from '../events.ts'
import { mayChangeParties, mayEditProject } from '../may.ts'
import { asChosenParty } from '../project/acting.ts'
import { ProjectForm, typedOf } from '../project/entry.ts'
import { ensureEntry, refuse } from '../project/placement.ts'
import { listTieable } from '../queries/tieable.ts'
import { project } from '../subject.tsx'
import { columnsOf, ensureDepartment, kindsOf, partiesOf, putParties } from '../writes/entry.ts'
import { reviseRow } from '../writes/row.ts'
import { chosenAgreement, tieAgreement, tiedTo } from '../writes/tie.ts'
import { type Choices, RevisePage } from './enter.page.tsx'

export const reviseProject = action(project, {
  path: 'edit',
  who: mayEditProject,
  load: async (c: Reading, one): Promise<Choices> => ({
    choosable: await listChoosableParties(c.db, c.actor),
    tieable: await listTieable(c.db, c.actor, one),
  }),
  form: ProjectForm,
  blank: ({ thing }) => typedOf(thing),
  label: '登録の内容を直す',
  lead: '名前、目的、かかわる団体と役割、お金などを直します。',
  confirm: '保存する',
  tone: 'quiet',
  page: RevisePage,
  undo: { by: 'edit' },
  fresh: true,
  as: asChosenParty,
  do: async (act, one, input) => {
    const { tx, actor } = act
    const rows = await partiesOf(tx, actor, input, one.parties)
    const parties = kindsOf(rows)
    refuse('parties', mayChangeParties.why(actor, one, parties))
    ensureEntry(one.charter, input, parties)
    await ensureDepartment(tx, actor, input, one)
    const agreement = await chosenAgreement(tx, actor, one, { agreement_id: input.agreement_id, parties })
    const tied = agreement ? await tiedTo(tx, one, agreement) : {}
    await putParties(tx, one.id, rows)
    const joined = agreement ? await tieAgreement(tx, one, agreement) : []
    const after = await reviseRow(act, one, { ...columnsOf(one.charter, input), ...tied })
    return made([revised({ parties: rows.map(({ party }) => party.name) }), ...joined], after)
  },
  done: '登録の内容を保存しました。',
})
