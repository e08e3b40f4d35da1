import { z } from 'zod'
import { actingFor } from '../../../platform/actor.ts'
import { fields } from '../../../platform/fields/index.ts'
import { about } from '../../../platform/record/event.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { word } from '../../charters/index.ts'
import { findPartyById, mayActFor } from '../../parties/index.ts'
import { listPublishedCalls } from '../../programmes/index.ts'
import { started } from '../events.ts'
import { mayBegin } from '../may.ts'
import { choiceAsked } from '../proposal/draft.ts'
import { getProposalById } from '../queries/one.ts'
import { ground } from '../subject.tsx'
import { urls } from '../urls.ts'
import { insertDraft } from '../writes/draft.ts'
import { StartProposalPage } from './start.page.tsx'

const StartForm = z.object({
  to: fields.chosen('どの制度に提案するか'),
  acting_for: fields.chosen('どの団体として提案するか'),
})

/** A group begins to write: the draft is there from then on. */
export const startProposal = action(ground, {
  path: 'new',
  who: mayBegin,
  load: async (c) => ({ calls: await listPublishedCalls(c.db, c.city.id) }),
  form: StartForm,
  blank: ({ thing }, c) => ({ to: choiceAsked(thing.charter, c.query) }),
  label: ({ charter }) => `${word(charter, 'proposal')}を書き始める`,
  confirm: '書き始める',
  leave: '制度のページへ戻る',
  lead: '書いた内容は、下書きとして残せます。何日かに分けて書いても大丈夫です。',
  page: StartProposalPage,
  undo: { by: 'withdrawal' },
  as: (actor, _, { acting_for }) => actingFor(actor, acting_for),
  do: async (act, under, { to, acting_for }) => {
    const party = await findPartyById(act.tx, acting_for)
    if (!party) throw new NotFound()
    ensure(mayActFor.why(act.actor, party.id))
    const { id, programme, track } = await insertDraft(act, under, party, { to, channel: 'web' })
    return made(about(started({ programme, track }), { id }), await getProposalById(act.tx, id))
  },
  done: '下書きをつくりました。書いた内容は、そのつど保存できます。',
  then: ({ city }, { made: begun }) => urls.edit({ city, ref: begun.id }),
})
