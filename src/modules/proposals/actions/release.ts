import { action } from '../../../platform/web/action/index.ts'
import { asksFourEyes } from '../../charters/index.ts'
import { isSection } from '../../parties/index.ts'
import { released } from '../events.ts'
import { releaseMail } from '../letters.ts'
import { mayRelease } from '../may.ts'
import { givenRelease, isReleased } from '../proposal/decision.ts'
import { isProposer, sheetIn } from '../proposal/proposal.ts'
import { namedIn, releasable } from '../proposal/searchable.ts'
import { ReleaseForm } from '../proposal/typed.ts'
import { asWhom, proposal } from '../subject.tsx'
import { putRelease } from '../writes/release.ts'
import { ReleasePage, releaseEntered, releaseWording } from './release.page.tsx'

/** Releases the decision and the chosen answers to the public page, the list, the search and the open data. */
export const releaseProposal = action(proposal, {
  path: 'release',
  who: mayRelease,
  fourEyes: ({ charter }) => asksFourEyes(charter, 'proposal.release'),
  entered: releaseEntered,
  form: ReleaseForm,
  edits: ({ thing }) => ({
    summary: thing.public_summary,
    keys: releasable(sheetIn(thing), thing.contents).map(({ key }) => key),
  }),
  wording: ({ thing }) => releaseWording(thing),
  label: (one) => (isReleased(one) ? '公表の内容を直す' : '公表する'),
  title: '決定を公表する',
  confirm: (one) => (isReleased(one) ? '公表の内容を改める' : '公表する'),
  leave: '公表せずに戻る',
  lead: 'だれでも読めるページになります。個人の名前や連絡先が入っているところは、外してください。',
  wrong: (one, { summary = '', keys = [] }) => namedIn(one, { summary, keys }),
  before: () => ['一覧と検索にも、すぐに載ります。'],
  undo: { by: 'retraction' },
  page: ReleasePage,
  do: async (act, one, { summary, keys }) => {
    const { decision } = await putRelease(act, one, summary, keys)
    return released({ decision, public: {} })
  },
  tells: () => [releaseMail],
  done: '公表しました。',
  waits: (row, { actor }) =>
    row.state === 'decided' && row.decision !== 'deferred' && isSection(actor) && !isProposer(actor, row)
      ? [{ kind: '公表する', since: row.state_since, due: givenRelease(row) ?? undefined, ...asWhom(row, actor) }]
      : [],
})
