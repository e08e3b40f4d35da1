import { z } from 'zod'
import { asJson } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { putSearch } from '../../../platform/search/index.ts'
import { today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { asksFourEyes } from '../../charters/index.ts'
import { isSection } from '../../parties/index.ts'
import { released } from '../events.ts'
import { releaseMail } from '../letters.ts'
import { mayRelease } from '../may.ts'
import { decidedOn, isReleased, publicDecision } from '../proposal/decision.ts'
import { limits } from '../proposal/draft.ts'
import { publicSections, releasable, searchableProposal } from '../proposal/searchable.ts'
import { isProposer, sheetIn } from '../proposal/standing.ts'
import { findDecision } from '../queries/decisions.ts'
import { proposal, standsFor } from '../subject.tsx'
import { changeProposal } from '../writes/proposal.ts'
import { ReleasePage, releaseEntered } from './release.page.tsx'

/** The decision and the chosen parts of the text become public, everywhere at once. */
export const releaseProposal = action(proposal, {
  path: 'release',
  who: mayRelease,
  fourEyes: ({ charter }) => asksFourEyes(charter, 'proposal.release'),
  entered: releaseEntered,
  form: z.object({
    summary: fields.text({ missing: '公表する要旨を書いてください。' }, limits.summary),
    keys: fields.keys(),
  }),
  blank: ({ thing }) => ({
    summary: thing.public_summary,
    keys: releasable(sheetIn(thing), thing.contents).map(({ key }) => key),
  }),
  label: (one) => (isReleased(one) ? '公表の内容を直す' : '公表する'),
  title: '決定を公表する',
  confirm: (one) => (isReleased(one) ? '公表の内容を改める' : '公表する'),
  leave: '公表せずに戻る',
  lead: 'だれでも読めるページになります。個人の名前や連絡先が入っているところは、外してください。',
  before: () => ['一覧と検索にも、すぐに載ります。'],
  undo: { by: 'withholding' },
  page: ReleasePage,
  do: async ({ tx, now }, one, { summary, keys }) => {
    const found = await findDecision(tx, one.id)
    const correction = found?.corrects ? { on: today(found.at), reason: found.reason } : undefined
    const row = await changeProposal(tx, one, {
      public_summary: summary,
      public_contents: asJson(publicSections(sheetIn(one), one.contents, keys)),
      public_decision: asJson(publicDecision(decidedOn(one), correction)),
      // After an annulment it is another decision that becomes public.
      published_at: isReleased(one) ? one.published_at : now,
    })
    await putSearch(tx, searchableProposal(row, one.charter))
    return released({ decision: row.decision, public: {} })
  },
  tells: () => [releaseMail],
  done: '公表しました。',
  waits: (row, { actor }) =>
    row.state === 'decided' && row.decision !== 'deferred' && isSection(actor) && !isProposer(actor, row)
      ? [{ kind: '公表する', since: row.state_since, due: row.released_on ?? undefined, ...standsFor(row, actor) }]
      : [],
})
