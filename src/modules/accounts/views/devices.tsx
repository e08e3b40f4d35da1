import type { FormState, Frame } from '../../../platform/web/index.ts'
import { momentIn } from '../../../platform/words/spoken-time.ts'
import { CityPage } from '../../../site/index.ts'
import { Button, DataTable, Form, Original, PasskeyButton, Section, SubmitRow, TextField } from '../../../ui/index.ts'
import type { OpenSession } from '../actions/sessions.ts'
import { PASSKEY_NAME_MAX } from '../forms.ts'
import { urls } from '../urls.ts'
import { type AccountWords, accountWords } from '../words/account.ts'
import { AgainNotice, type Mine, trail } from './account.tsx'

interface Props {
  frame: Frame
  form: FormState
}

const isInvalid = (form: FormState) => Object.keys(form.errors).length > 0

export interface Passkeys extends Mine {
  passkeys: { id: string; name: string; created_at: Date; last_used_at: Date | null }[]
  options: object
}

export function PasskeysPage({ frame, form, data }: Props & { data: Passkeys }) {
  const say = accountWords[frame.lang]
  return (
    <CityPage
      frame={frame}
      title={say.passkeys}
      lead={say.passkeysLead}
      breadcrumbs={trail(frame)}
      invalid={isInvalid(form)}
    >
      <DataTable
        caption={say.passkeysCaption}
        rows={data.passkeys}
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
            cell: (one) => data.fresh && <RemovePasskey form={form} id={one.id} name={one.name} say={say} />,
          },
        ]}
      />
      {data.fresh ? (
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
      ) : (
        <AgainNotice frame={frame} />
      )}
    </CityPage>
  )
}

function RemovePasskey({ form, id, name, say }: { form: FormState; id: string; name: string; say: AccountWords }) {
  return (
    <form method="post" action={form.action}>
      <input type="hidden" name="_csrf" value={form.csrf} />
      <input type="hidden" name="id" value={id} />
      <Button kind="quiet" name="_act" value="remove" about={name}>
        {say.remove}
      </Button>
    </form>
  )
}

export interface Sessions extends Mine {
  sessions: OpenSession[]
  here: string
}

export function SessionsPage({ frame, form, data }: Props & { data: Sessions }) {
  const say = accountWords[frame.lang]
  return (
    <CityPage frame={frame} title={say.sessions} lead={say.sessionsLead} breadcrumbs={trail(frame)}>
      <DataTable
        caption={say.sessions}
        hideCaption
        rows={data.sessions}
        columns={[
          {
            label: say.device,
            heading: true,
            cell: (one) => browserLabel(one.browser, say) + (one.id === data.here ? ` ・ ${say.thisDevice}` : ''),
          },
          { label: say.since, cell: (one) => momentIn(frame.lang, one.created_at) },
          { label: say.usedAt, cell: (one) => momentIn(frame.lang, one.last_seen_at) },
          {
            label: say.doing,
            cell: (one) => one.id !== data.here && <EndSession form={form} session={one} say={say} />,
          },
        ]}
      />
      <Form form={form} label={say.everywhereTitle}>
        <p>{say.everywhereNote}</p>
        <SubmitRow primary={say.everywhereDo} kind="danger" cancel={{ href: urls.me(), label: say.stop }} />
      </Form>
    </CityPage>
  )
}

function EndSession({ form, session, say }: { form: FormState; session: OpenSession; say: AccountWords }) {
  return (
    <form method="post" action={form.action}>
      <input type="hidden" name="_csrf" value={form.csrf} />
      <input type="hidden" name="id" value={session.id} />
      <Button kind="quiet" name="_act" value="end" about={browserLabel(session.browser, say)}>
        {say.endThere}
      </Button>
    </form>
  )
}

/** What a person recognises of a browser's long name: 「Firefox（Windows）」. */
export function browserLabel(agent: string, say: AccountWords): string {
  const browsers: [RegExp, string][] = [
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\/|CriOS\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]
  const systems: [RegExp, string][] = [
    [/iPhone|iPad/, 'iPhone・iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Macintosh/, 'Mac'],
    [/Linux/, 'Linux'],
  ]
  const find = (list: [RegExp, string][]) => list.find(([shape]) => shape.test(agent))?.[1]
  return say.browserOn(find(browsers) ?? say.someBrowser, find(systems) ?? say.unknownDevice)
}
