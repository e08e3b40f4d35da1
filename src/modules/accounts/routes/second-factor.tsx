import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { definePage, pages, type Reading, type Request, safeReturn } from '../../../platform/web/index.ts'
import { forgiveAttempt, tooMany } from '../actions/attempts.ts'
import {
  confirmEnrolment,
  openEnrolment,
  removeApp,
  sealEnrolment,
  secondFactorsOf,
  useRecoveryCode,
  verifyCode,
} from '../actions/second-factor.ts'
import { confirmSession } from '../actions/sessions.ts'
import { ButtonForm, CodeForm, EnrolmentForm } from '../forms.ts'
import { urls } from '../urls.ts'
import { EnrolmentPage, RecoveryPage, SecondFactorPage } from '../views/second-factor.tsx'
import { codesLeft, said } from '../words/said.ts'
import { ensureFresh, mine } from './parts.ts'

const TRIES = 10
const wrongCode = { code: said.codeWrong }

const keyOf = (c: Request) => `second factor ${c.session!.account_id}`
/** Counted in a transaction of its own: a wrong code undoes everything else. */
const countTry = async (_: unknown, c: Request) => {
  if (await tooMany(c.installation.doors.house, [[keyOf(c), TRIES]], c.now)) {
    throw new Forbidden(said.wait)
  }
}
/** A half-open session may set up a first second factor, never another one beside or over what is there. */
const enrolling = async (c: Reading) => {
  const me = await mine(c)
  if (!me) return undefined
  const factors = await secondFactorsOf(c.db, me.account.id)
  const isFirst = !factors.appSince && factors.passkeys === 0
  if (!isFirst && !c.session!.confirmed) throw new Forbidden(said.otherFactorFirst)
  const replaces = factors.appSince !== null
  return { ...me, replaces, mayRemove: replaces && !factors.required }
}
const enrolmentPage = (unconfirmed: true | undefined, after: string) =>
  definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    unconfirmed,
    load: enrolling,
    view: ({ data, ...props }) => (
      <EnrolmentPage
        {...props}
        replaces={data.replaces}
        mayRemove={data.mayRemove && Boolean(props.frame.session?.confirmed)}
        enrolment={openEnrolment(props.frame.installation.box, data.account, String(props.form.values.sealed ?? ''))}
      />
    ),
    form: EnrolmentForm,
    blank: (data, c) => ({
      sealed: sealEnrolment(c.installation.box, data.account.id),
      next: c.query.get('next') ?? after,
    }),
    prepare: countTry,
    submit: async (c, input, data) => {
      ensureFresh(data)
      if (!(await confirmEnrolment(c.db, c.installation.box, data.account, input, c.now))) throw new Invalid(wrongCode)
      const session = await confirmSession(c.db, c.session!.id, c.now)
      return { to: safeReturn(input.next), session, flash: said.appAdded }
    },
    acts: {
      remove: {
        form: ButtonForm,
        submit: async (c, _, data) => {
          ensureFresh(data)
          await removeApp(c.db, data.account.id, c.now)
          return { to: urls.me(), flash: said.appRemoved }
        },
      },
    },
  })

export const secondFactorPages = pages({
  [urls.secondFactor.pattern]: definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    unconfirmed: true,
    load: (c) => secondFactorsOf(c.db, c.session!.account_id),
    view: ({ data, ...props }) => <SecondFactorPage {...props} factors={data} />,
    form: CodeForm,
    blank: (_, c) => ({ next: c.query.get('next') ?? '' }),
    prepare: countTry,
    submit: async (c, input) => {
      const right = await verifyCode(c.db, c.installation.box, c.session!.account_id, input.code, c.now)
      if (!right) throw new Invalid(wrongCode)
      await forgiveAttempt(c.db, [keyOf(c)], c.now)
      return { to: safeReturn(input.next), session: await confirmSession(c.db, c.session!.id, c.now) }
    },
  }),
  [urls.recovery.pattern]: definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    unconfirmed: true,
    view: (props) => <RecoveryPage {...props} />,
    form: CodeForm,
    blank: (_, c) => ({ next: c.query.get('next') ?? '' }),
    prepare: countTry,
    submit: async (c, input) => {
      const left = await useRecoveryCode(c.db, c.session!.account_id, input.code, c.now)
      if (left === undefined) {
        throw new Invalid({ code: said.recoveryWrong })
      }
      const session = await confirmSession(c.db, c.session!.id, c.now)
      return { to: safeReturn(input.next), session, flash: codesLeft[left] }
    },
  }),
  [urls.secondFactorNew.pattern]: enrolmentPage(true, '/'),
  [urls.app.pattern]: enrolmentPage(undefined, urls.me()),
})
