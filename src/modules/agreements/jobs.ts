import { system } from '../../platform/actor.ts'
import { cityOf, type Db } from '../../platform/db/index.ts'
import { mailLater } from '../../platform/jobs/index.ts'
import type { Job, TimedJob } from '../../platform/module.ts'
import { entriesOf } from '../../platform/record/index.ts'
import { today } from '../../platform/time/index.ts'
import { getCharter, label } from '../charters/index.ts'
import { mailAddressesOf } from '../parties/index.ts'
import { endAgreement } from './actions/end.ts'
import { completeMail, offerMail, recallMail, terminationMail } from './actions/mails.ts'
import { findAgreementById, listSignedVersions } from './queries/one.ts'
import { listSignatories } from './queries/people.ts'
import { listRunOut } from './queries/waiting.ts'
import { type Dossier, refOf, type SignedVersion } from './tables.ts'
import { urls } from './urls.ts'

/** What every mail about an agreement says of itself, and who stands behind it. */
async function letterOf(
  db: Db,
  d: Dossier,
  text: SignedVersion['text'] | undefined,
  page: 'show' | 'signature' = 'show',
) {
  const { city } = await getCharter(db, d.charter_id)
  const { name, contact } = city
  return {
    title: text?.title ?? d.title,
    number: text?.number ?? '案',
    page: urls[page]({ city: city.slug, ref: refOf(d) }),
    from: { city: label(name), section: label(contact.section), phone: contact.telephone, email: contact.email },
  }
}

/** To each address once, whoever it stands for. */
async function mailParties(
  db: Db,
  d: Dossier,
  parties: { party_id: string }[],
  mail: { subject: string; body: string },
  now: Date,
) {
  const addresses = new Set<string>()
  for (const { party_id } of parties) for (const to of await mailAddressesOf(db, party_id)) addresses.add(to)
  for (const to of addresses) await mailLater(db, { to, ...mail, about: { kind: 'agreement', id: d.id } }, now)
}

const offer: Job = async ({ db, now, payload }) => {
  const d = await findAgreementById(db, payload.agreement!)
  if (!d?.offered) return
  const { parties, text } = d.offered
  const letter = await letterOf(db, d, text, 'signature')
  const signatories = await listSignatories(
    db,
    parties.map(({ party_id }) => party_id),
    today(now),
  )
  for (const { party_id, email } of signatories) {
    const party = parties.find((one) => one.party_id === party_id)!
    const mail = offerMail(letter, party.name, d.current !== undefined)
    if (email) await mailLater(db, { to: email, ...mail, about: { kind: 'agreement', id: d.id } }, now)
  }
}

const recall: Job = async ({ db, now, payload }) => {
  const d = await findAgreementById(db, payload.agreement!)
  const [version] = d ? await listSignedVersions(db, d.id, [Number(payload.version)]) : []
  if (!d || !version) return
  const entries = await entriesOf(db, [{ kind: 'agreement', id: d.id }])
  const entry = entries.findLast(
    ({ kind, payload }) => kind === 'agreement.recalled' && payload.version === version.version,
  )
  const mail = recallMail(await letterOf(db, d, version.text), String(entry?.payload.reason ?? ''))
  await mailParties(db, d, version.parties, mail, now)
}

const complete: Job = async ({ db, now, payload }) => {
  const d = await findAgreementById(db, payload.agreement!)
  if (d?.current) await mailParties(db, d, d.current.parties, completeMail(await letterOf(db, d, d.current.text)), now)
}

const termination: Job = async ({ db, now, payload }) => {
  const d = await findAgreementById(db, payload.agreement!)
  if (!d) return
  const mail = terminationMail(await letterOf(db, d, d.current?.text), d.termination, d.ended_on)
  await mailParties(db, d, d.current?.parties ?? d.draft_parties, mail, now)
}

/** The mails, written once the act that they tell of stands. */
export const jobs: Record<string, Job> = {
  'agreement.mail-offer': offer,
  'agreement.mail-recall': recall,
  'agreement.mail-complete': complete,
  'agreement.mail-termination': termination,
}

/** Shortly after midnight in Japan: terms that were over with yesterday. */
export const timed: Record<string, TimedJob> = {
  'agreement.end': {
    cron: '5 0 * * *',
    run: async ({ db, now }) => {
      const actor = system(cityOf(db))
      for (const { id } of await listRunOut(db, now)) await endAgreement({ db, now, actor }, id)
    },
  },
}
