import { z } from 'zod'
import { definePage, safeReturn, type Views, valueOf } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { ButtonLink, Notice, Section, SubmitRow } from '../../../ui/index.ts'
import { countCode, setUpApp, stopApp } from '../actions/index.ts'
import { maySetUpApp, mayStopApp } from '../may.ts'
import { ActButton } from '../parts/own-page.tsx'
import { QrCode } from '../parts/qr.tsx'
import { CodeField, StepPage } from '../parts/step.tsx'
import { type Mine, mine } from '../queries/accounts.ts'
import { type Enrolment, EnrolmentForm, openEnrolment, sealEnrolment } from '../second-factor.ts'
import { urls } from '../urls.ts'
import { said, type Words, words } from '../words/index.ts'

/** The secret and the paper codes count only once a code from the app has proved that it works. */
function EnrolmentPage({ frame, form, data: { account, session, factors } }: Views<undefined, Mine>) {
  const say = words[frame.lang]
  const sealed = valueOf(form, 'sealed')
  const enrolment = openEnrolment(frame.installation.box, account, sealed)
  const replaces = factors.appSince !== null
  const title = replaces ? say.enrolAgainTitle : say.enrolTitle
  if (!enrolment) {
    return (
      <CityPage frame={frame} title={title} lead={say.enrolLate}>
        <ButtonLink href={frame.url}>{say.fromTheStart}</ButtonLink>
      </CityPage>
    )
  }
  const above = replaces && (
    <>
      <Notice kind="warning">{say.enrolReplaces}</Notice>
      {session.confirmed && mayStopApp(factors) && (
        <ActButton form={form} act="remove">
          {say.stopApp}
        </ActButton>
      )}
    </>
  )
  return (
    <StepPage frame={frame} form={form} title={title} lead={say.enrolLead} above={above}>
      <input type="hidden" name="sealed" value={sealed} />
      <Secrets say={say} {...enrolment} />
      <Section heading={say.stepCheck} id="check">
        <CodeField form={form} label={say.appCode} hint={say.appCodeHint} />
        <SubmitRow primary={say.enrolDo} />
      </Section>
    </StepPage>
  )
}

function Secrets({ say, uri, secret, codes }: Enrolment & { say: Words }) {
  return (
    <>
      <Section heading={say.stepApp} id="app">
        <p>{say.stepAppText}</p>
        <QrCode text={uri} label={say.picture} />
        <p>
          {say.key}：<code>{secret}</code>
        </p>
        <p>
          <a href={uri}>{say.openApp}</a>
        </p>
      </Section>
      <Section heading={say.stepCodes} id="codes">
        <p>{say.stepCodesText}</p>
        <ul class="columns-2">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

const enrolmentPage = (unconfirmed: true | undefined, after: string) =>
  definePage({
    door: 'house',
    who: (_, { session, factors }) => maySetUpApp.why(session, factors),
    translated: true,
    unconfirmed,
    load: mine,
    view: EnrolmentPage,
    form: EnrolmentForm,
    blank: ({ account }, c) => ({
      sealed: sealEnrolment(c.installation.box, account.id),
      next: c.query.get('next') ?? after,
    }),
    prepare: (_, c) => countCode(c, 'second factor'),
    submit: async (c, input, me) => {
      const session = await setUpApp(c, me, input)
      return { to: safeReturn(input.next), session, flash: said.appAdded }
    },
    acts: {
      remove: {
        form: z.object({}),
        submit: async (c, _, me) => {
          await stopApp(c, me)
          return { to: urls.me(), flash: said.appRemoved }
        },
      },
    },
  })

export const firstAppPage = enrolmentPage(true, '/')
export const appPage = enrolmentPage(undefined, urls.me())
