import { expect, test } from 'vitest'
import { modules } from '../../modules.ts'
import { jobWords } from './words.ts'

test.each([
  ['mail.send', 'メールを送る'],
  ['letter.render', '通知の書面をつくる'],
  ['timed housekeeping.city', '古い控えを片付ける'],
  ['timed evaluation.remind', '評価についての、毎日の見回り'],
  ['on proposal.decided in proposals', '提案についてのお知らせを書く'],
  ['on proposal.decided in projects', '提案のできごとを、関係する記録に写す'],
  ['on unknown.kind in nowhere', '手続きのできごとを、関係する記録に写す'],
])('%s is called after the noun of the module whose it is', (job, called) => {
  expect(jobWords(job, modules)).toBe(called)
})
