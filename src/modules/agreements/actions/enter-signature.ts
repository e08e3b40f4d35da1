import { z } from 'zod'
import { type Actor, actingFor } from '../../../platform/actor.ts'
import { fields } from '../../../platform/fields/index.ts'
import { attachFiles } from '../../../platform/files/attached.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { unsigned } from '../agreement/standing.ts'
import { completionMail } from '../letters.ts'
import { mayEnterSignature, maySignBeside } from '../may.ts'
import { listSignatories } from '../queries/people.ts'
import { agreement } from '../subject.tsx'
import type { SignedVersion } from '../tables.ts'
import { PaperSignaturePage } from './enter-signature.page.tsx'
import { isComplete, partyToSign, placeSignature, textToSign } from './sign.ts'

const code = '用紙に印刷された照合番号の、はじめの8文字を入力してください。'

const PaperSignForm = z.object({
  /** `party:person` */
  signer: fields.chosen('署名した当事者と方'),
  signed_on: fields.date('用紙に署名した日'),
  code: z
    .string(code)
    .transform((typed) => typed.normalize('NFKC').toLowerCase().replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9a-f]{8,64}$/, code)),
  scan: fields.files({ missing: '署名した用紙の写しを添付してください。', most: 10 }),
})

/** Staff enter what was signed on paper, with its scan: the paper bears the number of this very text. */
export const enterSignature = action(agreement, {
  path: 'paper-signature',
  moves: ['complete', 'replace'],
  who: mayEnterSignature,
  load: async (c, { offered }) => {
    const missing = offered ? unsigned(offered).map(({ party_id }) => party_id) : []
    return { signatories: await listSignatories(c.db, missing, today(c.now)) }
  },
  form: PaperSignForm,
  label: '用紙の署名を記録する',
  confirm: '署名を記録する',
  lead: '印刷した文面に署名・押印していただいた用紙の写しを添えて、署名を記録します。',
  page: PaperSignaturePage,
  undo: { by: 'recall' },
  as: (actor, _, { signer }) => onPaperFor(actor, signer.split(':')[0] ?? null),
  do: async (act, one, input) => {
    const text = textToSign(one, one.offered!.digest, act.now)
    if (!text.digest.startsWith(input.code))
      throw new Invalid({
        code: '照合番号が、いま署名を待っている文面のものと違います。用紙が古い文面のものでないか、お確かめください。',
      })
    ensureDay(input.signed_on, text, act.now)
    const [party_id = '', person_id = ''] = input.signer.split(':')
    const party = partyToSign(text, party_id)
    const signatories = await listSignatories(act.tx, [party_id], input.signed_on)
    const person = signatories.find((one) => one.person_id === person_id)
    if (!person) throw new Invalid({ signer: 'その日に署名者として登録されていた方を選んでください。' })
    ensure(maySignBeside.why(text, person_id, party))
    await attachFiles(act.tx, act, { kind: 'agreement', id: one.id, purpose: 'signature' }, input.scan)
    const given = { person_id, name: person.name, signed_on: input.signed_on, channel: 'paper' as const }
    return made(await placeSignature(act, one, party, given), party)
  },
  tells: () => [completionMail],
  done: ({ happened, made: party }) =>
    `「${party.name}」の署名を記録しました。${isComplete(happened) ? 'すべての署名がそろい、効力をもちました。' : ''}`,
})

const onPaperFor = (actor: Actor, partyId: string | null): Actor => ({
  ...actingFor(actor, partyId),
  channel: 'paper',
  entered_by: actor.account_id,
})

function ensureDay(signed_on: string, offered: SignedVersion, now: Date): void {
  if (signed_on > today(now)) throw new Invalid({ signed_on: '署名した日は、今日までの日付にしてください。' })
  if (signed_on < today(offered.made_at))
    throw new Invalid({ signed_on: 'この文面が示された日より前の日付です。用紙の日付と文面をお確かめください。' })
}
