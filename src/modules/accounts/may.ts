import { allow, deny, notNow, rule } from '../../platform/ruling.ts'
import { sentences } from '../../platform/words/sentences.ts'
import type { Factors } from './second-factor.ts'
import { isFresh } from './session.ts'

const said = sentences({
  notFresh: {
    ja: 'サインインから時間がたっているため、この変更は受け付けていません。もう一度サインインしてから、お手続きください。',
    easy: '{時間|じかん}が たちました。もう{一度|いちど} サインインしてから、かえて ください。',
    en: 'You signed in too long ago to change this. Please sign in again first.',
  },
  otherFactorFirst: {
    ja: '先に、登録されている方法で確かめてください。',
    easy: '{先|さき}に、{登録|とうろく}した やりかたで たしかめて ください。',
    en: 'First confirm who you are in the way you set up before.',
  },
  staffKeepApp: {
    ja: '市の職員の方は、確認コードのアプリをやめることはできません。機種を替えるときは、登録し直してください。',
    easy: '{市|し}の {職員|しょくいん}は、アプリを やめる ことが できません。スマートフォンを かえる ときは、{登録|とうろく}し なおして ください。',
    en: 'City staff cannot stop using codes. When you change your phone, set up the app again.',
  },
})

/** A sensitive change needs a recent proof of identity (attack class 20). */
export const mayChange = rule((session: { authenticated_at?: Date } | undefined, now: Date) =>
  isFresh(session, now) ? allow() : deny(said.notFresh),
)

/** An unconfirmed session may enrol a first second factor, but never replace or add one. */
export const maySetUpApp = rule(({ confirmed }: { confirmed: boolean }, { appSince, passkeys }: Factors) =>
  confirmed || (appSince === null && passkeys === 0) ? allow() : deny(said.otherFactorFirst),
)

/** Staff must have a second factor; they change it by enrolling another. */
export const mayStopApp = rule(({ required }: Pick<Factors, 'required'>) =>
  required ? notNow(said.staffKeepApp) : allow(),
)
