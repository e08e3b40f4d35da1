import { action, made } from '../../../platform/web/action/index.ts'
import { changedWords, type Reading } from '../../../platform/web/index.ts'
import { listChoosableParties, listPartiesById } from '../../parties/index.ts'
import { revised } from '../events.ts'
import { mayChangeParties, mayEditProject } from '../may.ts'
import { asChosenParty } from '../project/acting.ts'
import { ProjectForm } from '../project/entry.ts'
import { refuse } from '../project/placement.ts'
import { entryValues, entryWording, namesIn } from '../project/wording.ts'
import { findSigned } from '../queries/agreed.ts'
import { listTieable } from '../queries/tieable.ts'
import { project } from '../subject.tsx'
import { kindsOf, partiesOf, putParties } from '../writes/entry.ts'
import { revisedEntry } from '../writes/revision.ts'
import { reviseRow } from '../writes/row.ts'
import { chosenAgreement, tieAgreement, tiedTo } from '../writes/tie.ts'
import { type Choices, RevisePage } from './enter.page.tsx'
import { offeredOf } from './revise.page.tsx'

/** Revises the register entry of a project; each party's share is its own, and what was signed stays as it was signed. */
export const reviseProject = action(project, {
  path: 'edit',
  who: mayEditProject,
  load: async (c: Reading, one): Promise<Choices> => ({
    choosable: await listChoosableParties(c.db, c.actor),
    tieable: await listTieable(c.db, c.actor, one),
    signed: await findSigned(c.db, one.agreement_id),
  }),
  form: ProjectForm,
  edits: ({ thing, extra }, { actor }) => offeredOf(actor, thing, extra.signed),
  wording: ({ thing, extra }) => entryWording(thing.charter, namesOf(thing, extra.choosable)),
  label: '登録の内容を直す',
  lead: '名前、目的、かかわる団体と役割、お金などを直します。',
  confirm: '保存する',
  tone: 'quiet',
  page: RevisePage,
  undo: { by: 'edit' },
  as: asChosenParty,
  do: async (act, one, input) => {
    const { tx, actor } = act
    const rows = await partiesOf(tx, actor, input, one.parties)
    const parties = kindsOf(rows)
    refuse('parties', mayChangeParties.why(actor, one, parties))
    const agreement = await chosenAgreement(tx, actor, one, { agreement_id: input.agreement_id, parties })
    const tied = agreement ? await tiedTo(tx, one, agreement) : {}
    const entry = await revisedEntry(act, one, { input, rows, tie: agreement })
    await putParties(tx, one.id, entry.rows)
    const joined = agreement ? await tieAgreement(tx, one, agreement) : []
    const after = await reviseRow(act, one, { ...entry.columns, ...tied })
    const departments = [one.department_id, after.department_id].flatMap((id) => id ?? [])
    const names = namesOf({ parties: [...one.parties, ...after.parties] }, await listPartiesById(tx, departments))
    const changes = changedWords(entryWording(one.charter, names), entryValues(one), entryValues(after))
    return made([revised({ parties: rows.map(({ party }) => party.name), changes }), ...joined], after)
  },
  done: '登録の内容を保存しました。',
})

const namesOf = (one: Parameters<typeof namesIn>[0], more: readonly { id: string; name: string }[]) =>
  new Map([...namesIn(one), ...more.map(({ id, name }) => [id, name] as const)])
