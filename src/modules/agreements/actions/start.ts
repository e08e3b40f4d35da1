import { z } from 'zod'
import { actingFor } from '../../../platform/actor.ts'
import { fields } from '../../../platform/fields/index.ts'
import { ensure } from '../../../platform/ruling.ts'
import { action } from '../../../platform/web/action/index.ts'
import { word } from '../../charters/index.ts'
import { isSection, isStaff, mayActFor } from '../../parties/index.ts'
import { limits } from '../../texts/index.ts'
import { mayBegin, mayStart } from '../may.ts'
import { ground } from '../subject.tsx'
import { urls } from '../urls.ts'
import { beginningOf, writeBeginning } from '../writes/beginning.ts'
import { StartAgreementPage } from './start.page.tsx'

const StartForm = z.object({
  /** May be empty where a proposal gives the title. */
  title: fields.optionalText(limits.title),
  kind: fields.optionalText(60),
  acting_for: fields.optionalText(60),
  proposal: fields.optionalText(60),
})

/** Starts an agreement from an adopted proposal, or without one. */
export const startAgreement = action(ground, {
  path: 'new',
  who: mayBegin,
  form: StartForm,
  blank: ({ thing: { adopted, charter } }, c) => {
    const from = adopted.find(({ id }) => id === c.query.get('proposal'))
    const [kind, ...others] = charter.agreement.kinds
    return { proposal: from?.id, title: from?.title, kind: others.length === 0 ? kind?.key : undefined }
  },
  label: ({ charter }) => `${word(charter, 'agreement')}を書き始める`,
  confirm: '書き始める',
  lead: 'まず題名を決めます。当事者、目標、役割は、次のページで書き、いつでも保存できます。',
  page: StartAgreementPage,
  undo: { by: 'termination' },
  as: (actor, _, { acting_for }) => actingFor(actor, acting_for || null),
  do: async (act, at, input) => {
    const begun = await beginningOf(act.tx, at, input)
    const acting_for = input.acting_for || null
    ensure(mayStart.why(act.actor, at.charter, begun.from))
    if (acting_for || !isStaff(act.actor)) ensure(mayActFor.why(act.actor, acting_for))
    return writeBeginning(act, at, begun, acting_for)
  },
  done: '書き始めました。書きかけのまま、いつでも保存できます。',
  then: ({ city }, { made: begun }) => urls.edit({ city, ref: begun.id }),
  waits: (row, { actor }) => [
    {
      kind: '取り決めを書き始める',
      query: { proposal: row.id },
      since: row.state_since,
      ...(mayActFor(actor, row.party_id)
        ? { who: row.party_name }
        : { of: row.party_name, who: isSection(actor) ? '協働の担当課' : row.department_name }),
    },
  ],
})
