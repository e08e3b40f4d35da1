import { z } from 'zod'
import type { CastGroup } from '../../../platform/installation.ts'
import { definePage, safeReturn, type Views, valueOf } from '../../../platform/web/index.ts'
import {
  Button,
  Details,
  EmailField,
  LinkList,
  Notice,
  Original,
  PasswordField,
  Section,
  Spoken,
  SubmitRow,
} from '../../../ui/index.ts'
import { entry } from '../account.ts'
import { enter, signInWithPassword } from '../actions/index.ts'
import { Next, nextAsked, nextOf, StepPage } from '../parts/step.tsx'
import { listCast } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { PASSWORD_MAX, said, words } from '../words/index.ts'

type Props = Views<undefined, readonly CastGroup[]>

function SignInPage(props: Props) {
  const { frame, form, data: cast } = props
  const say = words[frame.lang]
  const next = nextOf(form)
  const above = (
    <>
      {frame.actor.account_id && (
        <Notice>
          <p>{say.signedInAs(<Original>{frame.actor.name}</Original>)}</p>
        </Notice>
      )}
      {cast.length > 0 && <Cast {...props} />}
    </>
  )
  const below = (
    <Section heading={say.otherWays} id="other-ways">
      <LinkList
        links={[
          { href: urls.signInLink({ next }), label: say.byLink },
          { href: urls.signInPasskey({ next }), label: say.byPasskey },
        ]}
      />
    </Section>
  )
  return (
    <StepPage frame={frame} form={form} title={say.signIn} lead={say.signInLead} above={above} below={below}>
      <EmailField form={form} name="email" label={say.email} autocomplete="username" required unmarked />
      <PasswordField form={form} name="password" label={say.password} purpose="current" required unmarked />
      <SubmitRow primary={say.doSignIn} />
    </StepPage>
  )
}

/** One button for each person of the demonstration; only where the database says it is one. */
function Cast({ frame, form, data: cast }: Props) {
  const say = words[frame.lang]
  const going = safeReturn(valueOf(form, 'next')).split(/[/?#]/)[1]
  const there = Math.max(
    cast.findIndex(({ slug }) => slug === going),
    0,
  )
  return (
    <Section heading={say.cast} id="cast" lead={say.castLead}>
      <form method="post" action={urls.signInAs()} class="flow">
        <input type="hidden" name="_csrf" value={form.csrf} />
        <Next form={form} />
        {cast.map((group, index) => (
          <Details summary={<Spoken>{group.label}</Spoken>} open={index === there}>
            {group.parts.map((part, at) => (
              <Details summary={[<Spoken>{part.label}</Spoken>, ` (${part.people.length})`]} open={at === 0}>
                <ul class="bare flow">
                  {part.people.map((person) => (
                    <li>
                      <Button kind="secondary" name="email" value={person.email}>
                        <Original>{person.name}</Original>
                      </Button>{' '}
                      <Original>{person.is}</Original>
                    </li>
                  ))}
                </ul>
              </Details>
            ))}
          </Details>
        ))}
      </form>
    </Section>
  )
}

const { email, next } = entry
const password = z.string(said.passwordMissing).min(1, said.passwordMissing).max(PASSWORD_MAX, said.passwordLong)

export const signInPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  load: (c) => listCast(c),
  view: SignInPage,
  form: z.object({ email, password, next }),
  blank: nextAsked,
  prepare: (input, c) => signInWithPassword(c, input),
  submit: (c, input) => enter(c, String(c.prepared), input.next),
})
