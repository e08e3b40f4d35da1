import { z } from 'zod'
import type { Act } from '../../../platform/actor.ts'
import { fields } from '../../../platform/fields/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { about, by } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { word } from '../../charters/index.ts'
import {
  addMembership,
  addPerson,
  findPartyById,
  listChoosableParties,
  type Party,
  registerParty,
} from '../../parties/index.ts'
import { listPublishedCalls } from '../../programmes/index.ts'
import { started } from '../events.ts'
import { mayRegisterOnPaper } from '../may.ts'
import { choiceAsked } from '../proposal/draft.ts'
import { getProposalById } from '../queries/one.ts'
import { ground } from '../subject.tsx'
import { urls } from '../urls.ts'
import { insertDraft } from '../writes/draft.ts'
import { channels, StartOnPaperPage } from './start-on-paper.page.tsx'

/** From whom it came, when, for what, with its scan. The group may be one that is not in the register yet. */
const PaperForm = z
  .object({
    to: fields.chosen('どの制度への提案か'),
    party_id: z.string().default(''),
    new_name: fields.optionalText(100),
    new_kana: fields.optionalKana(),
    new_kind: z.string().default(''),
    new_purpose: fields.optionalText(1000),
    new_representative: fields.optionalText(100),
    new_address: fields.optionalText(200),
    new_phone: fields.optionalPhone(),
    channel: fields.choice(channels, 'どのように届いたか'),
    received_on: fields.date('届いた日'),
    scan: fields.files(),
  })
  .superRefine((input, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!input.party_id && !input.new_name)
      need('party_id', '提案した団体を選ぶか、下の欄に新しい団体の名前を入力してください。')
    if (!input.party_id && input.new_name && !input.new_kind) need('new_kind', '新しい団体の種類を選んでください。')
  })
type PaperInput = z.output<typeof PaperForm>

/** The section begins in the group's name what came on paper, by telephone or at the counter, with its scan. */
export const startPaperProposal = action(ground, {
  path: 'paper',
  who: mayRegisterOnPaper,
  load: async (c) => {
    const groups = (await listChoosableParties(c.db, c.actor)).filter((one) => !one.is_city)
    return { calls: await listPublishedCalls(c.db, c.city.id), groups }
  },
  form: PaperForm,
  blank: ({ thing }, c) => ({
    to: choiceAsked(thing.charter, c.query),
    received_on: plainDateLabel(today(c.now)),
    channel: 'paper',
  }),
  label: ({ charter }) => `紙で届いた${word(charter, 'proposal')}を入力する`,
  confirm: '下書きをつくって、内容の入力へ進む',
  leave: '入力せずに戻る',
  lead: '届いた書面の写しを残し、団体の名前で下書きをつくります。書かれている内容は、次のページで書き写します。',
  page: StartOnPaperPage,
  undo: { by: 'withdrawal' },
  do: async (act, under, input) => {
    const { tx, actor, now } = act
    const { to, channel, received_on } = input
    if (received_on > today(now)) throw new Invalid({ received_on: '届いた日は、今日までの日にしてください。' })
    const party = input.party_id ? await findPartyById(tx, input.party_id) : await registerFromPaper(act, input)
    if (!party || party.is_city) throw new Invalid({ party_id: '提案した団体を一覧から選んでください。' })
    const entering = { ...actor, acting_for: party.id, channel, entered_by: actor.account_id }
    const { id, programme, track } = await insertDraft({ tx, actor: entering, now }, under, party, {
      to,
      channel,
      received_on,
    })
    await attachFiles(tx, { actor, now }, { kind: 'proposal', id }, 'scan', input.scan)
    return made(by(about(started({ programme, track }), { id }), entering), await getProposalById(tx, id))
  },
  done: ({ made: begun }) => `${begun.party_name}の下書きをつくりました。書面の内容を書き写してください。`,
  then: ({ city }, { made: begun }) => urls.edit({ city, ref: begun.id }),
})

async function registerFromPaper({ db, actor, now }: Act, input: PaperInput): Promise<Party> {
  const party = await registerParty(
    { db, actor, now },
    {
      name: input.new_name,
      kana: input.new_kana,
      kind: input.new_kind,
      purpose: input.new_purpose,
      address: input.new_address,
      phone: input.new_phone,
    },
    input.channel,
  )
  if (input.new_representative) {
    const person_id = await addPerson(db, { name: input.new_representative }, now)
    for (const role of ['representative', 'signatory'] as const)
      await addMembership(db, { party_id: party.id, person_id, role, starts_on: today(now) })
  }
  return party
}
