import { z } from 'zod'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { ButtonLink, Spoken, SubmitRow, TextField } from '../../../ui/index.ts'
import { entry } from '../account.ts'
import { acceptInvitation, acceptOffer, countOther, enter, forgiveOther } from '../actions/index.ts'
import { NewPassword } from '../parts/own-page.tsx'
import { StepPage } from '../parts/step.tsx'
import { hashPassword, PasswordForm } from '../password.ts'
import { findInvitation } from '../queries/links.ts'
import { urls } from '../urls.ts'
import { NAME_MAX, said, words } from '../words/index.ts'

type Found = Awaited<ReturnType<typeof findInvitation>> | null
type Props = Views<undefined, Found>

function InvitationPage(props: Props) {
  const { frame, form, data: found } = props
  const say = words[frame.lang]
  if (!found) {
    return (
      <CityPage frame={frame} title={say.invitationTitle} lead={<Spoken>{said.invitationGone}</Spoken>}>
        <p>
          <a href={urls.signIn()}>{say.back}</a>
        </p>
      </CityPage>
    )
  }
  if (found.inUse) return <OfferPage {...props} found={found} />
  const { email } = found.account
  return (
    <StepPage frame={frame} form={form} title={say.invitationTitle} lead={say.invitationLead}>
      <p>
        {say.email}：<strong>{email}</strong>
      </p>
      <TextField form={form} name="name" label={say.name} autocomplete="name" maxlength={NAME_MAX} required />
      <NewPassword frame={frame} form={form} email={email} />
      <SubmitRow primary={say.begin} />
    </StepPage>
  )
}

/** A person who is in already says yes, signed in to the account that was invited; until then nothing changes. */
function OfferPage({ frame, form, found }: Props & { found: NonNullable<Found> }) {
  const say = words[frame.lang]
  const { session } = frame
  if (!session?.confirmed || session.account_id !== found.account.id) {
    return (
      <CityPage frame={frame} title={say.offerTitle} lead={say.offerSignIn}>
        <ButtonLink href={urls.signIn({ next: frame.url })}>{say.signIn}</ButtonLink>
      </CityPage>
    )
  }
  const becomesStaff = found.offered?.staff && !found.account.must_have_second_factor
  return (
    <StepPage frame={frame} form={form} title={say.offerTitle} lead={say.offerLead(cityOf(frame, found.city_id))}>
      {becomesStaff && <p>{say.offerStaff}</p>}
      <p>{say.offerElse}</p>
      <SubmitRow primary={say.accept} act="accept" />
    </StepPage>
  )
}

const cityOf = ({ cities, lang }: Frame, id: number | null): string =>
  cities.find((one) => one.id === id)?.spoken.name[lang] ?? ''

export const invitationPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  load: async (c): Promise<Found> => (await findInvitation(c.db, c.params.token ?? '', c.now)) ?? null,
  view: InvitationPage,
  form: PasswordForm.safeExtend({ name: entry.name }),
  blank: (found) => ({ name: found?.account.name }),
  prepare: async ({ password }, c) => {
    await countOther(c, 'invitation')
    // Nobody makes us hash for a link that is none; what to say then is the action's.
    const found = await c.installation.doors.house.run((db) => findInvitation(db, c.params.token ?? '', c.now))
    return found && !found.inUse && hashPassword(password)
  },
  submit: async (c, { name }) => {
    const taken = { name, password_hash: String(c.prepared), lang: c.lang }
    const account = await acceptInvitation(c, c.params.token ?? '', taken)
    await forgiveOther(c, 'invitation')
    return enter(c, account.id, urls.me())
  },
  acts: {
    accept: {
      form: z.object({}),
      submit: async (c) => {
        const comesAnew = await acceptOffer(c, c.params.token ?? '')
        if (!comesAnew) return { to: urls.me(), flash: said.offerAccepted }
        return { to: urls.signIn({ next: urls.me() }), session: null, flash: said.offerAcceptedAnew }
      },
    },
  },
})
