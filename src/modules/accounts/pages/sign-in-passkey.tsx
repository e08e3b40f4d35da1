import { z } from 'zod'
import { Invalid } from '../../../platform/refusals.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { sentenceIn } from '../../../platform/words/sentences.ts'
import { PasskeyButton } from '../../../ui/index.ts'
import { entry } from '../account.ts'
import { countOther, enter, forgiveOther } from '../actions/index.ts'
import { nextAsked, nextOf, StepPage, toSignIn } from '../parts/step.tsx'
import { authenticationOptions } from '../passkey.ts'
import { urls } from '../urls.ts'
import { said, words } from '../words/index.ts'
import { signInWithPasskey } from '../writes/passkeys.ts'

function PasskeySignInPage({ frame, form, data: options }: Views<undefined, object>) {
  const say = words[frame.lang]
  const back = (
    <p>
      <a href={urls.signIn({ next: nextOf(form) })}>{say.back}</a>
    </p>
  )
  const about = { title: say.passkeyTitle, lead: say.passkeyLead, breadcrumbs: toSignIn(frame), below: back }
  return (
    <StepPage frame={frame} form={form} {...about}>
      <PasskeyButton
        ask="get"
        options={options}
        failed={sentenceIn(frame.lang, said.passkeyWrong) ?? said.passkeyWrong}
        fallback={say.passkeyFallback}
      >
        {say.doSignIn}
      </PasskeyButton>
    </StepPage>
  )
}

export const signInPasskeyPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  load: (c) => authenticationOptions(c),
  view: PasskeySignInPage,
  form: z.object({ response: z.string().min(1, said.passkeyUnanswered).max(20_000), next: entry.next }),
  blank: nextAsked,
  prepare: (_, c) => countOther(c, 'passkey'),
  submit: async (c, input) => {
    const accountId = await signInWithPasskey(c, input.response)
    if (!accountId) throw new Invalid({ '': said.passkeyWrong })
    await forgiveOther(c, 'passkey')
    return enter(c, accountId, input.next, { second_factor: true })
  },
})
