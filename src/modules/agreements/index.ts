import { system } from '../../platform/actor.ts'
import { cityOf } from '../../platform/db/index.ts'
import type { Module } from '../../platform/module.ts'
import { eventsByKind, reactionsByKind } from '../../platform/record/event.ts'
import { inboxes, inboxOf, pagesOf } from '../../platform/web/action/index.ts'
import { actions, endAgreement, startAgreement } from './actions/index.ts'
import { ground } from './actions/start.tsx'
import { searchableAgreement } from './agreement/searchable.ts'
import { isOpenTo } from './agreement/standing.ts'
import { events } from './events.ts'
import { letters } from './letters.ts'
import { lifecycle } from './lifecycle.ts'
import * as may from './may.ts'
import { documents } from './outputs.tsx'
import { editPage } from './pages/edit.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { differencePage, versionsPage } from './pages/versions.tsx'
import { listReleased } from './queries/lists.ts'
import { findAgreementById } from './queries/one.ts'
import { listRunOut } from './queries/waiting.ts'
import { agreement } from './subject.tsx'
import { urls } from './urls.ts'

export {
  beginAmendment,
  endAgreement,
  enterSignature,
  groundOf,
  offerAgreement,
  releaseAgreement,
  signAgreement,
  startAgreement,
  terminateAgreement,
} from './actions/index.ts'
export { type Agreed, AgreementForm } from './agreement/agreed.ts'

export { partyWords } from './agreement/parties.ts'
export { numberLabel as agreementNumberLabel } from './agreement/standing.ts'
export { costIn, isReached, rolesIn, shareIn, targetWords } from './agreement/text.ts'
export { projectEntered as agreementProjectEntered } from './events.ts'
export type { AgreementState } from './lifecycle.ts'
export { DirectionField } from './parts/direction.tsx'
export { listAgreementsOf, listInForce } from './queries/lists.ts'
export { findAgreement, findAgreementById, findTextBefore, lockAgreement } from './queries/one.ts'
export { listNameable } from './queries/people.ts'
export {
  type Agreement,
  type AgreementText,
  type Direction,
  type Draft,
  directions,
  refOf as agreementRef,
} from './tables.ts'
export { saveDraft } from './writes.ts'

/** Agreements: what two to fifty parties agree on, signed by each over the same text. */
export const agreements: Module = {
  name: 'agreements',
  subjectPages: { agreement: ({ city, ref }) => (ref ? urls.show({ city, ref }) : undefined) },
  // Among the agreements of a city, and among the proposals that lead to one.
  inbox: inboxes(inboxOf(ground, [startAgreement]), inboxOf(agreement, actions)),
  lifecycles: [lifecycle],
  actions: [startAgreement, ...actions, endAgreement],
  rules: may,
  // 「new」 stands before the address of one agreement, which would take it for a number.
  routes: {
    ...pagesOf([startAgreement]),
    [urls.list.pattern]: listPage,
    [urls.show.pattern]: showPage,
    [urls.edit.pattern]: editPage,
    [urls.versions.pattern]: versionsPage,
    [urls.difference.pattern]: differencePage,
    ...pagesOf(actions),
  },
  documents,
  events: eventsByKind(events),
  on: reactionsByKind(letters),
  published: { agreement: 'agreements' },
  timed: {
    // Shortly after midnight in Japan: terms that ended with yesterday.
    'agreement.end': {
      cron: '5 0 * * *',
      run: async ({ db, now }) => {
        const actor = system(cityOf(db))
        for (const { id } of await listRunOut(db, now)) {
          const found = await findAgreementById(db, id)
          if (found && endAgreement.may(actor, found, now)) await endAgreement({ db, now, actor }, found)
        }
      },
    },
  },
  files: {
    agreement: async ({ db, actor, subject_id }) => {
      const found = await findAgreementById(db, subject_id)
      return found !== undefined && isOpenTo(actor, found)
    },
  },
  async *searchable(db) {
    for (const row of await listReleased(db)) yield searchableAgreement(row)
  },
}
