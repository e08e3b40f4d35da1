import { Button, DataTable, Form, PasskeyButton, Section, SubmitRow, TextField } from '../../../ui/index.ts'
import { dateTimeLabel } from '../../time.ts'
import type { FormState, Frame } from '../../web/index.ts'
import { PASSKEY_NAME_MAX } from '../forms.ts'
import type { Layout } from '../layout.ts'
import type { OpenSession } from '../sessions.ts'
import { urls } from '../urls.ts'
import { AgainNotice, type Mine, trail } from './account.tsx'

interface Props {
  Layout: Layout
  frame: Frame
  form: FormState
}

const isInvalid = (form: FormState) => Object.keys(form.errors).length > 0

export interface Passkeys extends Mine {
  passkeys: { id: string; name: string; created_at: Date; last_used_at: Date | null }[]
  options: object
}

export function PasskeysPage({ Layout, frame, form, data }: Props & { data: Passkeys }) {
  return (
    <Layout
      frame={frame}
      title="パスキー"
      lead="指紋・顔・端末の暗証番号でサインインできます。パスワードのように盗まれることがありません。"
      breadcrumbs={trail}
      invalid={isInvalid(form)}
    >
      <DataTable
        caption="登録したパスキー"
        rows={data.passkeys}
        empty="まだ登録していません。"
        columns={[
          { label: '名前', heading: true, cell: (one) => one.name },
          { label: '登録した日時', cell: (one) => dateTimeLabel(one.created_at) },
          {
            label: '最後に使った日時',
            cell: (one) => (one.last_used_at ? dateTimeLabel(one.last_used_at) : 'まだ使っていません'),
          },
          { label: '操作', cell: (one) => data.fresh && <RemovePasskey form={form} id={one.id} name={one.name} /> },
        ]}
      />
      {data.fresh ? (
        <Section heading="この端末のパスキーを加える" id="add">
          <Form form={form} label="パスキーを加える">
            <TextField
              form={form}
              name="name"
              label="名前"
              hint="あとで見分けるための名前です（例　職場のパソコン）。"
              maxlength={PASSKEY_NAME_MAX}
              width="medium"
            />
            <PasskeyButton
              ask="create"
              options={data.options}
              failed="パスキーを登録できませんでした。もう一度お試しください。"
              fallback="このブラウザではパスキーを登録できません。パスワードやメールのリンクは、これまでどおり使えます。"
            >
              パスキーを加える
            </PasskeyButton>
          </Form>
        </Section>
      ) : (
        <AgainNotice frame={frame} />
      )}
    </Layout>
  )
}

function RemovePasskey({ form, id, name }: { form: FormState; id: string; name: string }) {
  return (
    <form method="post" action={form.action}>
      <input type="hidden" name="_csrf" value={form.csrf} />
      <input type="hidden" name="id" value={id} />
      <Button kind="quiet" name="_act" value="remove" about={name}>
        取り消す
      </Button>
    </form>
  )
}

export interface Sessions extends Mine {
  sessions: OpenSession[]
  here: string
}

export function SessionsPage({ Layout, frame, form, data }: Props & { data: Sessions }) {
  return (
    <Layout
      frame={frame}
      title="サインインしている端末"
      lead="お心当たりのない端末があるときは、すべての端末からサインアウトし、パスワードを変えてください。"
      breadcrumbs={trail}
    >
      <DataTable
        caption="サインインしている端末"
        hideCaption
        rows={data.sessions}
        columns={[
          {
            label: '端末',
            heading: true,
            cell: (one) =>
              one.id === data.here ? `${browserLabel(one.browser)}（いまお使いの端末）` : browserLabel(one.browser),
          },
          { label: 'サインインした日時', cell: (one) => dateTimeLabel(one.created_at) },
          { label: '最後に使った日時', cell: (one) => dateTimeLabel(one.last_seen_at) },
          { label: '操作', cell: (one) => one.id !== data.here && <EndSession form={form} session={one} /> },
        ]}
      />
      <Form form={form} label="すべての端末からサインアウト">
        <p>いまお使いの端末も含めて、すべての端末からサインアウトします。</p>
        <SubmitRow
          primary="すべての端末からサインアウトする"
          kind="danger"
          cancel={{ href: urls.me(), label: 'やめる' }}
        />
      </Form>
    </Layout>
  )
}

function EndSession({ form, session }: { form: FormState; session: OpenSession }) {
  return (
    <form method="post" action={form.action}>
      <input type="hidden" name="_csrf" value={form.csrf} />
      <input type="hidden" name="id" value={session.id} />
      <Button kind="quiet" name="_act" value="end" about={browserLabel(session.browser)}>
        サインアウトさせる
      </Button>
    </form>
  )
}

/** What a person recognises of a browser's long name: 「Firefox（Windows）」. */
export function browserLabel(agent: string): string {
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
  return `${find(browsers) ?? 'ブラウザ'}（${find(systems) ?? '機種不明'}）`
}
