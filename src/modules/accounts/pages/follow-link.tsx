import { z } from 'zod'
import { Forbidden } from '../../../platform/refusals.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { ButtonLink, Spoken, SubmitRow } from '../../../ui/index.ts'
import { enter, followLink } from '../actions/index.ts'
import { StepPage } from '../parts/step.tsx'
import { findToken } from '../queries/links.ts'
import { urls } from '../urls.ts'
import { said, words } from '../words/index.ts'

/** Asks for a press of a button, because mail programs open links before people do. */
function FollowLinkPage({ frame, form, data: isGood }: Views<undefined, boolean>) {
  const say = words[frame.lang]
  return isGood ? (
    <StepPage frame={frame} form={form} title={say.followTitle} lead={say.followLead}>
      <SubmitRow primary={say.doSignIn} />
    </StepPage>
  ) : (
    <CityPage frame={frame} title={say.followTitle} lead={<Spoken>{said.linkGone}</Spoken>}>
      <ButtonLink href={urls.signInLink()}>{say.again}</ButtonLink>
    </CityPage>
  )
}

export const followLinkPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  load: async (c) => Boolean(await findToken(c.db, 'sign-in', c.params.token ?? '', c.now)),
  view: FollowLinkPage,
  form: z.object({}),
  submit: async (c) => {
    const link = await followLink(c, c.params.token ?? '')
    if (!link) throw new Forbidden(said.linkGone)
    return enter(c, link.account_id, link.next)
  },
})
