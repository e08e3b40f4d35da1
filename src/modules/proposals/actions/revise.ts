import { asJson } from '../../../platform/db/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { titleFrom } from '../../programmes/index.ts'
import { changesBetween, readAnswers, settled } from '../../questionnaires/index.ts'
import { revised } from '../events.ts'
import { revisionMail } from '../letters.ts'
import { mayWriteProposal } from '../may.ts'
import { DraftForm } from '../proposal/draft.ts'
import { forProposer, sheetIn } from '../proposal/proposal.ts'
import { proposal } from '../subject.tsx'
import { changeFiles, keepVersion } from '../writes/draft.ts'
import { keepOwnPaper } from '../writes/own-paper.ts'
import { moveProposal } from '../writes/proposal.ts'
import { ensureComplete } from '../writes/submission.ts'

/** Revises the text during the talks and keeps each earlier text. pages/edit.tsx is its page, at the same address. */
export const reviseProposal = action(proposal, {
  path: 'edit',
  moves: 'revise',
  who: mayWriteProposal,
  form: DraftForm,
  label: '内容を改める',
  confirm: '改めた内容を保存する',
  leave: '改めずに戻る',
  lead: '団体と市で話し合って決めたことを、提案の本文に書き入れます。改める前の文章も残ります。',
  tone: 'quiet',
  undo: { by: 'edit' },
  fresh: true,
  as: forProposer,
  do: async (act, one, input) => {
    const sheet = sheetIn(one)
    const contents = settled(sheet, readAnswers(sheet, input.answers))
    const title = titleFrom(sheet, contents, input.title)
    const theme = input.theme || null
    await keepOwnPaper(act, one, input.scan)
    await changeFiles(act.tx, act, one, input)
    await ensureComplete(act.tx, { ...one, title, theme, contents })
    const done = await moveProposal(act, one, { title, theme, contents: asJson(contents), saved_at: act.now })
    await keepVersion(act.tx, done, act.actor.name, act.now)
    const changed = changesBetween(sheet, one.contents, contents).map(({ question }) => question.label.ja)
    return revised({ version: done.revision, changed })
  },
  tells: () => [revisionMail],
  done: '内容を改めました。改める前の文章も残っています。',
})
