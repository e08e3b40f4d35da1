import { z } from 'zod'
import { onPaperFor } from '../../../platform/actor.ts'
import { fields } from '../../../platform/fields/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { wrongSigningDay } from '../../texts/index.ts'
import { textToSign } from '../agreement/agreement.ts'
import { completePaper } from '../agreement/documents.ts'
import { completionMail } from '../letters.ts'
import { mayEnterSignature } from '../may.ts'
import { listMissingSignatories, listSignatories } from '../queries/people.ts'
import { agreement } from '../subject.tsx'
import type { SignedVersion } from '../tables.ts'
import { placeSignature } from '../writes/signatures.ts'
import { PaperSignaturePage } from './enter-signature.page.tsx'

const code = '用紙に印刷された照合番号の、はじめの8文字を入力してください。'

const PaperSignForm = z.object({
  /** `party:person` */
  signer: fields.chosen('署名した当事者と方'),
  signed_on: fields.date('用紙に署名した日'),
  code: z
    .string(code)
    .transform((typed) => typed.normalize('NFKC').toLowerCase().replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9a-f]{8,64}$/, code)),
  scan: fields.files({ missing: '署名した用紙の写しを添付してください。', most: 10, kinds: scanKinds }),
})

/** Enters a signature from paper with its scan; the paper must show the digest of exactly this text. */
export const enterSignature = action(agreement, {
  path: 'paper-signature',
  moves: ['complete', 'replace'],
  who: mayEnterSignature,
  load: async (c, one) => ({ signatories: await listMissingSignatories(c, one) }),
  form: PaperSignForm,
  wrong: ({ offered }, { signed_on, code }, now) =>
    offered ? { signed_on: signed_on && wrongSigningDay(signed_on, offered, now), code: wrongCode(code, offered) } : {},
  label: '用紙の署名を記録する',
  confirm: '署名を記録する',
  lead: '印刷した文面に署名・押印していただいた用紙の写しを添えて、署名を記録します。',
  page: PaperSignaturePage,
  undo: { by: 'recall' },
  as: (actor, _, { signer }) => onPaperFor(actor, signer.split(':')[0] ?? null),
  do: async (act, one, { signer, signed_on, ...input }) => {
    const text = textToSign(one, undefined, act.now)
    const [party_id = '', person_id = ''] = signer.split(':')
    const signatories = await listSignatories(act.tx, [party_id], signed_on)
    const person = signatories.find((one) => one.person_id === person_id)
    if (!person) throw new Invalid({ signer: 'その日に署名者として登録されていた方を選んでください。' })
    await attachFiles(act.tx, act, { kind: 'agreement', id: one.id, purpose: 'signature' }, input.scan)
    const given = { party_id, person_id, signer_name: person.name, signed_on, channel: 'paper' as const }
    return placeSignature(act, one, text, given)
  },
  letter: completePaper,
  tells: () => [completionMail],
  done: ({ made: { party, complete } }) =>
    `「${party.name}」の署名を記録しました。${complete ? 'すべての署名がそろい、効力をもちました。' : ''}`,
})

const wrongCode = (code: string | undefined, { digest }: SignedVersion): string | undefined =>
  code === undefined || digest.startsWith(code)
    ? undefined
    : '照合番号が、いま署名を待っている文面のものと違います。用紙が古い文面のものでないか、お確かめください。'
