import { z } from 'zod'
import { drawn, fields } from '../../../platform/fields/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { asksFourEyes, word } from '../../charters/index.ts'
import { quoted, withoutConsent } from '../evaluation/seats.ts'
import { limits } from '../evaluation/typed.ts'
import { released } from '../events.ts'
import { mayRelease } from '../may.ts'
import { evaluation } from '../subject.tsx'
import type { Round } from '../tables.ts'
import { publishedParts } from '../words.ts'
import { changeRound, copyOf, noteOnProject } from '../writes/round.ts'

const AllAgreed = z.object({ note: fields.optionalText(limits.reason) })
const SomeSilent = z.object({
  note: drawn(fields.optionalText(limits.reason), {
    as: 'text',
    label: '同意を待たずに公表する理由',
    required: true,
    maxlength: limits.reason,
    rows: 3,
  }),
})

/** Releases the parts that the charter publishes, as a copy of the answers that came in time. */
export const releaseEvaluation = action(evaluation, {
  path: 'release',
  who: mayRelease,
  fourEyes: ({ charter }) => asksFourEyes(charter, 'evaluation.release'),
  form: ({ thing }) => (withoutConsent(thing).length > 0 ? SomeSilent : AllAgreed),
  wrong: (round, { note }) => ({ note: note === '' ? whyNoteIsMissing(round) : undefined }),
  label: '公表する',
  title: '評価を公表する',
  confirm: '公表する',
  before: ({ thing }) => {
    const silent = withoutConsent(thing)
    return [
      `公表されるのは、${publishedParts(thing.charter)}です（${word(thing.charter, 'charter')}による）。`,
      '話し合いに出た方のお名前と、締切後に届いた回答は載りません。',
      silent.length > 0
        ? `${quoted(silent)}の同意は、まだありません。`
        : '回答したすべての方が、公表に同意しています。',
    ]
  },
  entered: (_, { note }) => (note ? [{ label: '同意を待たずに公表する理由', value: note }] : []),
  undo: { by: 'retraction' },
  do: async (act, round, { note }) => {
    await changeRound(act.tx, round, {
      public_copy: await copyOf(act.tx, round),
      release_note: note,
      published_at: act.now,
    })
    await noteOnProject(act, round.id)
    return released({ public: { year: round.year } })
  },
  done: '評価を公表しました。',
  waits: ({ what, since, who }) => (what === 'release' ? [{ kind: '評価を公表する', since, who }] : []),
})

function whyNoteIsMissing(round: Round): string | undefined {
  const silent = withoutConsent(round)
  if (silent.length === 0) return undefined
  return `${quoted(silent)}の同意がまだありません。同意を待たずに公表する理由を入力してください。`
}
