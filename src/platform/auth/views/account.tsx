import {
  ButtonLink,
  EmailField,
  Form,
  type Link,
  Notice,
  PasswordField,
  RadioField,
  Section,
  SubmitRow,
  SummaryList,
  TextField,
} from '../../../ui/index.ts'
import type { FormState, Frame } from '../../web/index.ts'
import type { Account } from '../accounts.ts'
import { NAME_MAX } from '../forms.ts'
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
export const trail: Link[] = [{ href: urls.me(), label: 'アカウント' }]

/** Delicate changes want the person to have signed in a short time ago (attack class 20). */
export function AgainNotice({ frame }: { frame: Frame }) {
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
