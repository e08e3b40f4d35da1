import { z } from 'zod'
import { onPaperFor } from '../../../platform/actor.ts'
import { cityOf } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { changedWords, flatten } from '../../../platform/web/index.ts'
import { shareEntered } from '../events.ts'
import { mayEnterShare } from '../may.ts'
import { agreedIn } from '../project/agreed.ts'
import { shareFields } from '../project/entry.ts'
import type { Inside } from '../project/project.ts'
import { type Share, shareOf } from '../project/share.ts'
import { entryValues, entryWording, namesIn, shareWording } from '../project/wording.ts'
import { findSigned } from '../queries/agreed.ts'
import { project } from '../subject.tsx'
import type { Signed } from '../tables.ts'
import { reviseRow } from '../writes/row.ts'
import { saidOnPaper } from '../writes/shares.ts'
import { PaperSharePage } from './enter-share.page.tsx'

const PaperShareForm = z.object({
  party: fields.chosen('どの団体からの書面か'),
  received_on: fields.date('届いた日'),
  scan: fields.files({ missing: '届いた書面の写しを付けてください。', most: 10 }),
  ...shareFields,
})

/** Enters what a group's paper says of its role and its money, in the group's name, with the scan. */
export const enterPaperShare = action(project, {
  path: 'paper-share',
  who: mayEnterShare,
  load: (c, one) => findSigned(c.db, one.agreement_id),
  form: PaperShareForm,
  wrong: (_, { received_on }, now) => ({
    received_on: received_on && received_on > today(now) ? '届いた日は、今日までの日付にしてください。' : undefined,
  }),
  blank: ({ thing, extra }, { query, now }) => {
    const party = partyOf(thing, query.get('party'))
    return {
      ...(party && { ...openOf(thing, extra, party), party: party.party_id ?? '' }),
      received_on: plainDateLabel(today(now)),
    }
  },
  edits: ({ thing, extra }, { values }) => {
    const party = partyOf(thing, String(values.party ?? ''))
    return party ? openOf(thing, extra, party) : {}
  },
  wording: () => shareWording,
  label: '書面で届いた役割と金額を入力する',
  confirm: '書面のとおりに保存する',
  tone: 'quiet',
  lead: '団体から届いた書面を写しとともに残し、その団体の名前で書き入れます。',
  page: PaperSharePage,
  undo: { by: 'paper-share' },
  as: (actor, _, { party }) => onPaperFor(actor, party),
  do: async (act, one, { party, received_on, scan, ...said }) => {
    const { tx, actor } = act
    const found = partyOf(one, party)
    if (!found) throw new Invalid({ party: 'どの団体からの書面かを、一覧から選んでください。' })
    const share = saidOnPaper(actor, agreedIn(one, await findSigned(tx, one.agreement_id)), found, said)
    await tx
      .updateTable('project_parties')
      .set(share)
      .where('city_id', '=', cityOf(tx))
      .where('project_id', '=', one.id)
      .where('id', '=', found.id)
      .execute()
    await attachFiles(tx, act, { kind: 'project', id: one.id, purpose: 'share' }, scan)
    const after = await reviseRow(act, one, {})
    const changes = changedWords(entryWording(one.charter, namesIn(one)), entryValues(one), entryValues(after))
    return made(shareEntered({ party: found.name ?? '', received_on, changes }), after)
  },
  done: '書面で届いた内容を保存しました。',
})

/** The city says its own part itself. */
const partyOf = ({ parties }: Pick<Inside, 'parties'>, id: string | null) =>
  parties.find(({ party_id, is_city }) => party_id !== null && party_id === id && !is_city)

/** The parts of a share that its paper may say, as form values. */
function openOf(one: Inside, signed: Signed | undefined, party: Share & { party_id: string | null }) {
  const fixed = agreedIn(one, signed)?.shares.get(party.party_id ?? '') ?? {}
  const open = Object.entries(shareOf(party)).filter(([part]) => !(part in fixed))
  return flatten(Object.fromEntries(open))
}
