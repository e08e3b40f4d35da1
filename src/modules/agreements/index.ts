import { system } from '../../platform/actor.ts'
import { cityOf } from '../../platform/db/index.ts'
import type { Module } from '../../platform/module.ts'
import { endAgreement } from './actions/end.ts'
import { events } from './lifecycle.ts'
import { listRunOut } from './queries.ts'
import { routes } from './routes.tsx'

export type { AgreementState } from './lifecycle.ts'
export { waitingFor } from './outputs.tsx'
export { agreementEvidence, findAgreementById, listAgreementsOf } from './queries.ts'
export type { AgreementText, Dossier } from './tables.ts'
export { refOf } from './tables.ts'

/** Agreements: what two to fifty parties agree on, signed by each over the same text. */
export const agreements: Module = {
  name: 'agreements',
  routes,
  events,
  timed: {
    'agreement.end': {
      cron: '10 0 * * *',
      run: async ({ db, now }) => {
        for (const { id } of await listRunOut(db, now)) await endAgreement({ db, now, actor: system(cityOf(db)) }, id)
      },
    },
  },
}
