import { type AnyJob, houseMailLater, houseTimed, type MailDraft, slow } from '../jobs/index.ts'
import { dateLabel, today } from '../time/index.ts'
import { anchorIn, lineOf } from './anchor.ts'
import { appendLine } from './file.ts'
import { noteAnchor, takeAnchor } from './write.ts'

/** Anchors the heads of all chains every night in a file, and by mail where the operator has set an address. */
export function anchorHeads({ file, to }: { file: string; to?: string }): AnyJob {
  return houseTimed(
    'record.anchor',
    '50 3 * * *',
    slow({
      read: ({ db, now }) => takeAnchor(db, now),
      perform: ({ line }) => appendLine(file, line),
      async write({ db, now, installation }, taken) {
        noteAnchor(db, now, taken)
        if (to) await houseMailLater(db, installation.box, mailOf(to, taken.line, now), now)
      },
    }),
  )
}

/** One line a chain, short enough for every mail server; `record verify` reads the saved mail. */
function mailOf(to: string, line: string, now: Date): MailDraft {
  const heads = anchorIn(line)?.heads ?? []
  return {
    to,
    subject: `記録の見出しの控え（${dateLabel(today(now))}）`,
    body: `${[
      '「ともに」の記録の見出し（件数と末尾の印）の控えです。消さずに、サーバーとは別の場所に残してください。',
      'このメールをファイルに保存し、bin/tomoni record verify <ファイル> とすると、いまの記録と見比べられます。',
      '',
      ...heads.map((head) => lineOf(now, [head])),
    ].join('\n')}\n`,
    about: { kind: 'record' },
  }
}
