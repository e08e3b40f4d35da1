import { z } from 'zod'
import { actingFor } from '../../../platform/actor.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { maySignFor } from '../../parties/index.ts'
import { textToSign } from '../agreement/agreement.ts'
import { completePaper } from '../agreement/documents.ts'
import { completionMail } from '../letters.ts'
import { maySign } from '../may.ts'
import { missingOfOwn } from '../queries/waiting.ts'
import { agreement } from '../subject.tsx'
import { placeSignature } from '../writes/signatures.ts'
import { SignaturePage } from './sign.page.tsx'

const which = 'どの当事者として署名するかを選んでください。'

const SignForm = z.object({
  party_id: z.string(which).min(1, which),
  digest: z.string().default(''),
  agree: z.literal('yes', '文面のすべてを読み、同意するときは、チェックを入れてください。'),
})

/** The row stays locked until the commit, so that the last of concurrent signers brings the text into force. */
export const signAgreement = action(agreement, {
  path: 'signature',
  moves: ['complete', 'replace'],
  who: maySign,
  form: SignForm,
  label: '文面を読んで署名する',
  confirm: '署名する',
  lead: '下の文面のすべてをお読みになってから、ページの終わりで署名してください。',
  tone: 'primary',
  page: SignaturePage,
  undo: { by: 'recall' },
  as: (actor, _, { party_id }) => actingFor(actor, party_id),
  do: async (act, one, { party_id, digest }) => {
    ensure(maySignFor.why(act.actor, party_id))
    const text = textToSign(one, digest, act.now)
    const { person_id, name } = act.actor
    if (!person_id) throw new Forbidden('署名には、この市に登録されたご本人としてのサインインが必要です。')
    const given = { party_id, person_id, signer_name: name, signed_on: today(act.now), channel: 'web' as const }
    return placeSignature(act, one, text, given)
  },
  letter: completePaper,
  tells: () => [completionMail],
  done: ({ made: { complete } }) =>
    complete
      ? '署名しました。すべての署名がそろい、効力をもちました。'
      : '署名しました。ほかの当事者の署名を待っています。',
  waits: (row, { actor }) =>
    missingOfOwn(row, actor).flatMap(({ name }) =>
      row.offered_at ? [{ kind: '署名する', since: row.offered_at, who: name }] : [],
    ),
})
