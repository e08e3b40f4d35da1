import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { definePage, type Reading, type Views } from '../../../platform/web/index.ts'
import { momentIn } from '../../../platform/words/spoken-time.ts'
import { DataTable, Form, Original, PasskeyButton, Section, TextField } from '../../../ui/index.ts'
import { addPasskey, removePasskey } from '../actions/index.ts'
import { mayChange } from '../may.ts'
import { ActButton, Delicate, OwnPage } from '../parts/own-page.tsx'
import { registrationOptions } from '../passkey.ts'
import { listPasskeys, mine } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { PASSKEY_NAME_MAX, said, words } from '../words/index.ts'

async function withPasskeys(c: Reading) {
  const me = await mine(c)
  if (!me) return undefined
  const passkeys = await listPasskeys(c.db, me.account.id)
  return { ...me, passkeys, options: await registrationOptions(c, me.account, passkeys) }
}

type Passkeys = NonNullable<Awaited<ReturnType<typeof withPasskeys>>>

function PasskeysPage(props: Views<undefined, Passkeys>) {
  const { frame, form, data } = props
  const say = words[frame.lang]
  return (
    <OwnPage frame={frame} form={form} title={say.passkeys} lead={say.passkeysLead}>
      <PasskeyTable {...props} />
      <Delicate frame={frame}>
        <Section heading={say.addHere} id="add">
          <Form form={form} label={say.add}>
            <TextField
              form={form}
              name="name"
              label={say.passkeyName}
              hint={say.passkeyNameHint}
              maxlength={PASSKEY_NAME_MAX}
              width="medium"
            />
            <PasskeyButton ask="create" options={data.options} failed={say.addFailed} fallback={say.addFallback}>
              {say.add}
            </PasskeyButton>
          </Form>
        </Section>
      </Delicate>
    </OwnPage>
  )
}

function PasskeyTable({ frame, form, data: { passkeys } }: Views<undefined, Passkeys>) {
  const say = words[frame.lang]
  const mayRemove = mayChange(frame.session, frame.now)
  return (
    <DataTable
      caption={say.passkeysCaption}
      rows={passkeys}
      empty={say.passkeysNone}
      columns={[
        { label: say.passkeyName, heading: true, cell: (one) => <Original>{one.name}</Original> },
        { label: say.addedAt, cell: (one) => momentIn(frame.lang, one.created_at) },
        {
          label: say.usedAt,
          cell: (one) => (one.last_used_at ? momentIn(frame.lang, one.last_used_at) : say.neverUsed),
        },
        {
          label: say.doing,
          cell: (one) =>
            mayRemove && (
              <ActButton form={form} act="remove" id={one.id} about={one.name}>
                {say.remove}
              </ActButton>
            ),
        },
      ]}
    />
  )
}

export const passkeysPage = definePage({
  door: 'house',
  who: 'signed-in',
  translated: true,
  load: withPasskeys,
  view: PasskeysPage,
  form: z.object({
    response: z.string().min(1, said.passkeyUnmade).max(20_000),
    name: fields.optionalText(PASSKEY_NAME_MAX, said.passkeyNameLong).transform((typed) => typed || 'パスキー'),
  }),
  submit: async (c, input, me) => {
    await addPasskey(c, me, input)
    return { to: urls.passkeys(), flash: said.passkeyAdded }
  },
  acts: {
    remove: {
      form: z.object({ id: z.string().min(1).max(2000) }),
      submit: async (c, input: { id: string }, me) => {
        await removePasskey(c, me, input.id)
        return { to: urls.passkeys(), flash: said.passkeyRemoved }
      },
    },
  },
})
