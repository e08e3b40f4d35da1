import { z } from 'zod'
import { reasonField } from '../../../platform/fields/index.ts'
import { later } from '../../../platform/jobs/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { ensure, standing } from '../../../platform/ruling.ts'
import { action } from '../../../platform/web/action/index.ts'
import { urls as account, mayChange } from '../../accounts/index.ts'
import { resetAsked } from '../events.ts'
import { takeAwayFactors } from '../jobs.ts'
import { mayResetSecondFactor } from '../may.ts'
import { holder } from '../subject.tsx'
import { urls } from '../urls.ts'
import { ResetPage } from './reset-second-factor.page.tsx'

const MOST = 500

const missing =
  '確認コードの登録を取り消す理由を入力してください。例　機種を変えて、確認コードのアプリが使えなくなったため'

/** A job does it, because accounts belong to the house and another city may trust this one. */
export const resetSecondFactor = action(holder, {
  path: 'second-factor',
  who: mayResetSecondFactor,
  load: async ({ db, session, now, url }, { id }) => {
    const back = { href: account.signIn({ next: url }), label: 'サインインの画面へ' }
    ensure(standing(mayChange.why(session, now), { back }))
    return entriesOf(db, [{ kind: 'person', id }])
  },
  form: z.object({
    reason: reasonField({ missing }, MOST, { label: '理由と、ご本人であることを確かめた方法' }),
  }),
  label: '確認コードの登録を取り消す',
  question: ({ name }) => `${name}さんの確認コードの登録を取り消しますか`,
  leave: '外さずに戻る',
  before: () => [
    '必ずご本人に会うか、知っている番号に電話をして、ご本人の頼みであることを確かめてください。',
    '確認コードのアプリ、控えのコード、パスキーがすべて使えなくなり、開いている画面からもサインアウトします。',
    'ご本人にメールでお知らせし、あなたが行ったことが記録に残ります。',
  ],
  danger: true,
  page: ResetPage,
  undo: { never: '元には戻せません。ご本人は、次にパスワードでサインインしたときに、はじめから設定し直します。' },
  do: async ({ tx, actor, now }, { id }, { reason }) => {
    await later(tx, takeAwayFactors, { person: id, by: actor.account_id ?? '' }, now)
    return resetAsked({ reason })
  },
  done: '手続きを始めました。すぐに済み、結果はこのページに出ます。',
  then: urls.secondFactor,
})
