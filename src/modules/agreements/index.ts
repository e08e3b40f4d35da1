import { system } from '../../platform/actor.ts'
import { cityOf } from '../../platform/db/index.ts'
import { timed } from '../../platform/jobs/index.ts'
import { fileRule, type Module } from '../../platform/module.ts'
import { inboxes, inboxOf, pagesOf } from '../../platform/web/action/index.ts'
import { actSheets, cityWord } from '../../site/index.ts'
import { groundLabel, word } from '../charters/index.ts'
import { actions, endAgreement, startAgreement } from './actions/index.ts'
import { concernedBy } from './agreement/agreement.ts'
import { isReleased, searchableAgreement } from './agreement/searchable.ts'
import { attests } from './attested.ts'
import { events } from './events.ts'
import { letters } from './letters.ts'
import { lifecycle } from './lifecycle.ts'
import * as may from './may.ts'
import { documents } from './outputs.ts'
import { editPage } from './pages/edit.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { differencePage, versionsPage } from './pages/versions.tsx'
import { agreementEvidence, agreementMoments } from './parts/moments.tsx'
import { listReleased } from './queries/lists.ts'
import { findAgreementById } from './queries/one.ts'
import { listRunOut } from './queries/waiting.ts'
import { agreement, ground } from './subject.tsx'
import { urls } from './urls.ts'
import { followDepartment } from './writes/departments.ts'

export {
  beginAmendment,
  endAgreement,
  enterSignature,
  offerAgreement,
  releaseAgreement,
  signAgreement,
  startAgreement,
  terminateAgreement,
} from './actions/index.ts'
export { AgreementForm } from './agreement/agreed.ts'
export { numberLabel as agreementNumberLabel } from './agreement/agreement.ts'
export * as agreementEvents from './events.ts'
export { projectEntered as agreementProjectEntered } from './events.ts'
export type { AgreementState } from './lifecycle.ts'
export { groundOf } from './queries/ground.ts'
export { keptOfAgreement } from './queries/kept.ts'
export { listAgreementsOf, listInForce } from './queries/lists.ts'
export { findAgreement, findAgreementById, findTextBefore, holdAgreement } from './queries/one.ts'
export { listNameable } from './queries/people.ts'
export { type Agreement, refOf as agreementRef } from './tables.ts'
export { saveDraft } from './writes/draft.ts'

/** Agreements: the texts that two to fifty parties agree on; every party signs the same text. */
export const agreements: Module = {
  name: 'agreements',
  subjectPages: { agreement: ({ city, ref }) => (ref ? urls.show({ city, ref }) : undefined) },
  works: {
    agreement: {
      heading: ({ charter, lang }) => `公開された${word(charter, 'agreement', lang)}`,
      page: urls.show,
    },
  },
  // Rows wait both on a city's agreements and on the adopted proposals that lead to one.
  inbox: inboxes(inboxOf(ground, [startAgreement]), inboxOf(agreement, actions)),
  lifecycles: [lifecycle],
  actions: [startAgreement, ...actions, endAgreement],
  rules: may,
  // The route of 「new」 must come before the route of one agreement, which would read it as a number.
  routes: {
    ...pagesOf([startAgreement]),
    [urls.list.pattern]: listPage,
    [urls.show.pattern]: showPage,
    [urls.edit.pattern]: editPage,
    [urls.versions.pattern]: versionsPage,
    [urls.difference.pattern]: differencePage,
    ...pagesOf(actions),
    ...actSheets(agreement, {
      who: may.maySeeActs,
      title: ({ title }) => title,
      events,
      ground: ({ charter }, ground) => groundLabel(charter, ground),
    }),
  },
  documents,
  ways: ({ city, lang }) => [{ href: urls.list({ city: city.slug }), label: cityWord(city, 'agreement', lang) }],
  events,
  attests,
  on: [...letters, followDepartment],
  moments: agreementMoments,
  evidence: agreementEvidence,
  published: { agreement: 'agreements' },
  // The job runs shortly after midnight in Japan and ends the terms whose last day was yesterday.
  jobs: [
    timed('agreement.end', '5 0 * * *', async ({ db, now }) => {
      const actor = system(cityOf(db))
      for (const { id } of await listRunOut(db, now)) {
        const found = await findAgreementById(db, id)
        if (found && endAgreement.may(actor, found, now)) await endAgreement({ db, now, actor }, found)
      }
    }),
  ],
  files: {
    agreement: fileRule({ of: findAgreementById, who: may.maySeeFiles, concerns: concernedBy }),
  },
  async *searchable(db) {
    for (const row of await listReleased(db)) if (isReleased(row)) yield searchableAgreement(row)
  },
}
