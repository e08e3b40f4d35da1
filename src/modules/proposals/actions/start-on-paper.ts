import { about, by } from '../../../platform/record/event.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { word } from '../../charters/index.ts'
import { listChoosableParties } from '../../parties/index.ts'
import { listPublishedCalls } from '../../programmes/index.ts'
import { started } from '../events.ts'
import { mayRegisterOnPaper } from '../may.ts'
import { choiceAsked } from '../proposal/draft.ts'
import { PaperForm } from '../proposal/typed.ts'
import { ground } from '../subject.tsx'
import { urls } from '../urls.ts'
import { beginFromPaper } from '../writes/beginning.ts'
import { StartOnPaperPage } from './start-on-paper.page.tsx'

/** Starts a draft in a group's name from what came on paper, by telephone or at the counter. */
export const startPaperProposal = action(ground, {
  path: 'paper',
  who: mayRegisterOnPaper,
  load: async (c) => {
    const groups = (await listChoosableParties(c.db, c.actor)).filter((one) => !one.is_city)
    return { calls: await listPublishedCalls(c.db, c.city.id), groups }
  },
  form: PaperForm,
  wrong: (_, { received_on }, now) => ({
    received_on: received_on && received_on > today(now) ? '届いた日は、今日までの日にしてください。' : undefined,
  }),
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
    const { begun, entering } = await beginFromPaper(act, under, input)
    const { id, programme, track } = begun
    return made(by(about(started({ programme, track }), { id }), entering), begun)
  },
  done: ({ made: begun }) => `${begun.party_name}の下書きをつくりました。書面の内容を書き写してください。`,
  then: ({ city }, { made: begun }) => urls.edit({ city, ref: begun.id }),
})
