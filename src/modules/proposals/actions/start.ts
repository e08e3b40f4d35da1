import { actingFor } from '../../../platform/actor.ts'
import { about } from '../../../platform/record/event.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { word } from '../../charters/index.ts'
import { listPublishedCalls } from '../../programmes/index.ts'
import { started } from '../events.ts'
import { mayBegin } from '../may.ts'
import { choiceAsked } from '../proposal/draft.ts'
import { StartForm } from '../proposal/typed.ts'
import { ground } from '../subject.tsx'
import { urls } from '../urls.ts'
import { beginOwn } from '../writes/beginning.ts'
import { StartProposalPage } from './start.page.tsx'

/** Starts a draft for a group. */
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
    const begun = await beginOwn(act, under, { to, acting_for })
    const { id, programme, track } = begun
    return made(about(started({ programme, track }), { id }), begun)
  },
  done: '下書きをつくりました。書いた内容は、そのつど保存できます。',
  then: ({ city }, { made: begun }) => urls.edit({ city, ref: begun.id }),
})
