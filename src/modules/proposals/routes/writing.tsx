import { allow, deny, type Ruling } from '../../../platform/ruling.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { definePage, type FormState, flatten, pages, type Reading, type Request } from '../../../platform/web/index.ts'
import { programme, proposerRuling } from '../../charters/index.ts'
import { listChoosableParties } from '../../parties/index.ts'
import { listCalls, listPublishedCalls, problemsOf, receptionRuling } from '../../programmes/index.ts'
import { asTyped } from '../../questionnaires/index.ts'
import { saveDraft, startProposal } from '../actions/drafts.ts'
import { startPaperProposal } from '../actions/paper.ts'
import { reviseProposal, submitProposal } from '../actions/submitting.ts'
import * as forms from '../forms.ts'
import { findSeen, type Seen } from '../queries/one.ts'
import { mayRegisterOnPaper, mayWriteProposal } from '../rules.ts'
import { numberLabel, type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { PaperPage } from '../views/paper.tsx'
import { EditPage, StartPage, SubmissionPage, type Writing } from '../views/write.tsx'
import { ensureHere, ensureMoment } from './moment.ts'

/** What a writer needs beside it: what is missing, and whether it can be handed in now. */
async function writing(c: Reading): Promise<Writing | undefined> {
  const found = await findSeen(c)
  if (!found) return undefined
  const { proposal, sheet, files, charter } = found
  ensureHere(c, proposal, mayWriteProposal.why(c.actor, proposal))
  const counted: Record<string, number> = {}
  for (const { purpose } of files) counted[purpose] = (counted[purpose] ?? 0) + 1
  const reception = proposal.number === null ? await receptionOf(c, found) : allow()
  const eligible = proposerRuling.why(charter, proposal.programme, proposal.party_kind, proposal.track)
  return {
    ...found,
    problems: problemsOf(sheet, {
      title: proposal.title,
      theme: proposal.theme,
      contents: proposal.contents,
      files: counted,
    }),
    reception: because(eligible) ?? because(reception),
  }
}

const because = (ruling: Ruling) => (ruling.allowed ? undefined : ruling.because)

async function receptionOf(c: Reading, { proposal, charter }: Seen): Promise<Ruling> {
  const found = programme(charter, proposal.programme)
  if (!found) return deny('この制度は、いまの指針にはありません。担当課にご相談ください。')
  if (proposal.channel !== 'web') return allow()
  return receptionRuling.why(found, proposal.track, await listCalls(c.db, proposal.programme), c.now)
}

const startOf = (c: Request, proposal: Proposal) => urls.edit({ city: c.city.slug, ref: refOf(proposal) })

function blankOf({ proposal, sheet }: Seen): FormState['values'] {
  return flatten({ title: proposal.title, theme: proposal.theme, answers: asTyped(sheet, proposal.contents) })
}

/** Beginning, writing and handing in; these addresses stand before the one that takes any reference. */
export const writingPages = pages({
  [urls.new.pattern]: definePage({
    who: 'signed-in',
    load: async (c) => ({ calls: await listPublishedCalls(c.db, c.city.id) }),
    view: StartPage,
    form: forms.StartForm,
    blank: (_, c) => ({ to: choiceAsked(c) }),
    submit: async (c, input) => {
      const draft = await startProposal(c, c, input)
      return { to: startOf(c, draft), flash: '下書きをつくりました。書いた内容は、そのつど保存できます。' }
    },
  }),
  [urls.newFromPaper.pattern]: definePage({
    who: (actor) => mayRegisterOnPaper.why(actor),
    load: async (c) => {
      const groups = (await listChoosableParties(c.db, c.actor)).filter((one) => !one.is_city)
      return { calls: await listPublishedCalls(c.db, c.city.id), groups }
    },
    view: PaperPage,
    form: forms.PaperForm,
    blank: (_, c) => ({ to: choiceAsked(c), received_on: plainDateLabel(today(c.now)), channel: 'paper' }),
    submit: async (c, input) => {
      const draft = await startPaperProposal(c, c, input)
      return {
        to: startOf(c, draft),
        flash: `${draft.party_name}の下書きをつくりました。書面の内容を書き写してください。`,
      }
    },
  }),
  [urls.edit.pattern]: definePage({
    who: (actor, { proposal }) => mayWriteProposal.why(actor, proposal),
    load: async (c) => {
      const found = await writing(c)
      if (found) ensureMoment(c, found, 'submit', 'revise')
      return found
    },
    view: EditPage,
    form: forms.DraftForm,
    blank: (data) => blankOf(data),
    revision: ({ proposal }) => String(proposal.revision),
    submit: async (c, input, data) => {
      const ref = { city: c.city.slug, ref: refOf(data.proposal) }
      if (data.proposal.state === 'in_talks') {
        await reviseProposal(c, data.proposal, data, input)
        return { to: urls.show(ref), flash: '内容を改めました。改める前の文章も残っています。' }
      }
      await saveDraft(c, data.proposal, data, input)
      return urls.submission(ref)
    },
    acts: {
      save: {
        form: forms.DraftForm,
        repeatable: true,
        submit: async (c, input: forms.DraftInput, data) => {
          const saved = await saveDraft(c, data.proposal, data, input)
          return { to: startOf(c, saved), flash: '下書きを保存しました。', revision: String(saved.revision) }
        },
      },
    },
  }),
  [urls.submission.pattern]: definePage({
    who: (actor, { proposal }) => mayWriteProposal.why(actor, proposal),
    load: async (c) => {
      const found = await writing(c)
      if (found) ensureMoment(c, found, 'submit')
      return found
    },
    view: SubmissionPage,
    form: forms.SubmissionForm,
    blank: ({ proposal }) => flatten({ received_on: proposal.received_on && plainDateLabel(proposal.received_on) }),
    revision: ({ proposal }) => String(proposal.revision),
    submit: async (c, input, data) => {
      const done = await submitProposal(c, data.proposal, data, input)
      return {
        to: urls.receipt({ city: c.city.slug, ref: refOf(done) }),
        flash: `受け付けました。受付番号は ${numberLabel(data.charter, done)} です。`,
      }
    },
  }),
})

/** The programme that the link named, as the choice of the form. */
function choiceAsked(c: Request): string | undefined {
  const found = programme(c.charter, c.query.get('programme') ?? '')
  const track = c.query.get('track') ?? (found?.tracks.length === 1 ? found.tracks[0]!.key : undefined)
  return found && track ? `${found.key}/${track}` : undefined
}
