import {
  Button,
  ButtonLink,
  DataTable,
  EmailField,
  Form,
  type Link,
  Notice,
  PasskeyButton,
  PasswordField,
  RadioField,
  Section,
  SubmitRow,
  SummaryList,
  TextField,
} from '../../../ui/index.ts'
import { dateTimeLabel } from '../../time.ts'
import type { FormState, Frame } from '../../web/index.ts'
import type { Account } from '../accounts.ts'
import { NAME_MAX, PASSKEY_NAME_MAX } from '../forms.ts'
import type { Layout } from '../layout.ts'
import type { OpenSession } from '../sessions.ts'
import { urls } from '../urls.ts'

interface Props {
  Layout: Layout
  frame: Frame
  form: FormState
}

/** What every page of one's own account knows. */
export interface Mine {
  account: Account
  /** Signed in a short time ago: delicate changes are open. */
  fresh: boolean
}

const isInvalid = (form: FormState) => Object.keys(form.errors).length > 0
const trail: Link[] = [{ href: urls.me(), label: 'アカウント' }]

/** Delicate changes want the person to have signed in a short time ago (attack class 20). */
function AgainNotice({ frame }: { frame: Frame }) {
  return (
    <>
      <Notice heading="もう一度サインインしてください">
        この手続の前に、ご本人であることを確かめています。サインインから30分以内に手続をしてください。
      </Notice>
      <ButtonLink href={urls.signIn({ next: frame.url })}>サインインの画面へ</ButtonLink>
    </>
  )
}

export interface Overview extends Mine {
  factors: { required: boolean; appSince: Date | null; passkeys: number; codesLeft: number }
  hasPassword: boolean
  sessions: OpenSession[]
}

export function MePage({ Layout, frame, form, data }: Props & { data: Overview }) {
  const { account, factors, hasPassword, sessions } = data
  const app = factors.appSince ? `登録済み（控えのコードの残り ${factors.codesLeft}個）` : '登録していません'
  const facts = [
    { label: 'メールアドレス', value: account.email, change: { href: urls.email(), label: '変える' } },
    {
      label: 'パスワード',
      value: hasPassword ? '設定済み' : '設定していません',
      change: { href: urls.password(), label: hasPassword ? '変える' : '決める' },
    },
    {
      label: 'パスキー',
      value: factors.passkeys ? `${factors.passkeys}個` : '登録していません',
      change: { href: urls.passkeys(), label: '見る・加える' },
    },
    {
      label: '確認コードのアプリ',
      value: app,
      change: { href: urls.app(), label: factors.appSince ? '登録し直す' : '登録する' },
    },
    {
      label: 'サインインしている端末',
      value: `${sessions.length}台`,
      change: { href: urls.sessions(), label: '見る・サインアウトする' },
    },
  ]
  return (
    <Layout
      frame={frame}
      title="アカウント"
      lead="お名前と、サインインの方法を確かめ、変えることができます。"
      invalid={isInvalid(form)}
    >
      {factors.required && !factors.appSince && factors.passkeys === 0 && (
        <Notice kind="warning">市の職員の方には、確認コードのアプリかパスキーの登録をお願いしています。</Notice>
      )}
      <Section heading="サインインの方法" id="ways">
        <SummaryList facts={facts} />
      </Section>
      <Section heading="お名前とことば" id="name-and-language">
        <Form form={form} label="お名前とことば">
          <TextField form={form} name="name" label="お名前" autocomplete="name" maxlength={NAME_MAX} required />
          <RadioField
            form={form}
            name="lang"
            label="画面とメールのことば"
            required
            options={[
              { value: 'ja', label: '日本語' },
              { value: 'easy', label: 'やさしい日本語' },
              { value: 'en', label: 'English' },
            ]}
          />
          <SubmitRow primary="保存する" />
        </Form>
      </Section>
    </Layout>
  )
}

export function PasswordPage({ Layout, frame, form, data }: Props & { data: Mine }) {
  return (
    <Layout frame={frame} title="パスワードを変える" breadcrumbs={trail} invalid={isInvalid(form)}>
      {data.fresh ? (
        <Form form={form} label="パスワードを変える">
          <p>変えると、ほかの端末からはサインアウトします。確認のメールもお送りします。</p>
          <input type="hidden" name="username" autocomplete="username" value={data.account.email} />
          <PasswordField
            form={form}
            name="password"
            label="新しいパスワード"
            hint="10字以上。長い言葉をいくつか並べると、覚えやすく破られにくくなります。"
            purpose="new"
            required
          />
          <PasswordField
            form={form}
            name="again"
            label="新しいパスワード（確認のため、もう一度）"
            purpose="new"
            required
          />
          <SubmitRow primary="パスワードを変える" cancel={{ href: urls.me(), label: 'やめる' }} />
        </Form>
      ) : (
        <AgainNotice frame={frame} />
      )}
    </Layout>
  )
}

export function EmailPage({ Layout, frame, form, data }: Props & { data: Mine }) {
  return (
    <Layout
      frame={frame}
      title="メールアドレスを変える"
      lead={`いまのアドレス：${data.account.email}`}
      breadcrumbs={trail}
      invalid={isInvalid(form)}
    >
      {data.fresh ? (
        <Form form={form} label="メールアドレスを変える">
          <p>新しいアドレスに確認のリンクをお送りします。リンクを開くまで、いまのアドレスのままです。</p>
          <EmailField form={form} name="email" label="新しいメールアドレス" required unmarked />
          <SubmitRow primary="確認のメールを送ってもらう" cancel={{ href: urls.me(), label: 'やめる' }} />
        </Form>
      ) : (
        <AgainNotice frame={frame} />
      )}
    </Layout>
  )
}

export function NewEmailPage({ Layout, frame, form }: Props) {
  return (
    <Layout
      frame={frame}
      title="新しいメールアドレスの確認"
      lead="下のボタンを押すと、登録のメールアドレスが新しいものに変わります。"
      breadcrumbs={trail}
      invalid={isInvalid(form)}
    >
      <Form form={form} label="新しいメールアドレスの確認">
        <SubmitRow primary="このアドレスに変える" cancel={{ href: urls.me(), label: 'やめる' }} />
      </Form>
    </Layout>
  )
}

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
