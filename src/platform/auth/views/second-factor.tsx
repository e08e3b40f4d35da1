import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  LinkList,
  Notice,
  Section,
  SubmitRow,
  TextField,
} from '../../../ui/index.ts'
import { type FormState, type Frame, valueOf as typedIn } from '../../web/index.ts'
import type { Layout } from '../layout.ts'
import { qrPath } from '../qr.ts'
import type { Enrolment } from '../second-factor.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

interface Props {
  Layout: Layout
  frame: Frame
  form: FormState
}

interface Factors {
  appSince: Date | null
  passkeys: number
  codesLeft: number
}

const isInvalid = (form: FormState) => Object.keys(form.errors).length > 0

function Next({ form }: { form: FormState }) {
  return <input type="hidden" name="next" value={typedIn(form, 'next')} />
}

export function SecondFactorPage({ Layout, frame, form, factors }: Props & { factors: Factors }) {
  const say = words[frame.lang]
  const next = typedIn(form, 'next') || undefined
  const passkey = factors.passkeys > 0 ? [{ href: urls.signInPasskey({ next }), label: say.withPasskey }] : []
  if (!factors.appSince && factors.passkeys === 0) {
    return (
      <Layout frame={frame} title={say.secondMissing} lead={say.secondMissingLead}>
        <ButtonLink href={urls.secondFactorNew({ next })}>{say.enrolNow}</ButtonLink>
      </Layout>
    )
  }
  if (!factors.appSince) {
    return (
      <Layout frame={frame} title={say.passkeyTitle} lead={say.passkeyLead}>
        <ButtonRow>
          <ButtonLink href={urls.signInPasskey({ next })}>{say.withPasskey}</ButtonLink>
        </ButtonRow>
      </Layout>
    )
  }
  return (
    <Layout frame={frame} title={say.secondTitle} lead={say.secondLead} invalid={isInvalid(form)}>
      <Form form={form} label={say.secondTitle}>
        <Next form={form} />
        <TextField
          form={form}
          name="code"
          label={say.code}
          hint={say.codeHint}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          unmarked
        />
        <SubmitRow primary={say.confirm} />
      </Form>
      <LinkList links={[...passkey, { href: urls.recovery({ next }), label: say.lost }]} />
    </Layout>
  )
}

export function RecoveryPage({ Layout, frame, form }: Props) {
  const say = words[frame.lang]
  return (
    <Layout
      frame={frame}
      title={say.recoveryTitle}
      lead={say.recoveryLead}
      breadcrumbs={[{ href: urls.secondFactor(), label: say.secondTitle }]}
      invalid={isInvalid(form)}
    >
      <Form form={form} label={say.recoveryTitle}>
        <Next form={form} />
        <TextField
          form={form}
          name="code"
          label={say.recoveryCode}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          required
          unmarked
        />
        <SubmitRow primary={say.confirm} />
      </Form>
      <p>{say.recoveryLost}</p>
    </Layout>
  )
}

/** Secret and paper codes are shown first; both count from the moment a code from the app proves that it worked. */
export function EnrolmentPage({
  Layout,
  frame,
  form,
  enrolment,
  replaces,
  mayRemove,
}: Props & { enrolment: Enrolment | undefined; replaces: boolean; mayRemove: boolean }) {
  const title = replaces ? '確認コードの登録をやり直す' : '確認コードを登録する'
  if (!enrolment) {
    return (
      <Layout frame={frame} title={title} lead="画面を開いてから時間がたちました。もう一度はじめからお願いします。">
        <ButtonLink href={frame.url}>はじめから</ButtonLink>
      </Layout>
    )
  }
  return (
    <Layout
      frame={frame}
      title={title}
      lead="スマートフォンなどの確認コードのアプリ（認証アプリ）に登録し、控えのコードを手元に残してください。"
      invalid={isInvalid(form)}
    >
      {replaces && (
        <Notice kind="warning">登録を終えると、前のアプリの登録と、前に控えたコードは使えなくなります。</Notice>
      )}
      {mayRemove && (
        <form method="post" action={form.action}>
          <input type="hidden" name="_csrf" value={form.csrf} />
          <Button kind="quiet" name="_act" value="remove">
            確認コードのアプリをやめる
          </Button>
        </form>
      )}
      <Form form={form} label={title}>
        <Next form={form} />
        <input type="hidden" name="sealed" value={typedIn(form, 'sealed')} />
        <Section heading="1　アプリに登録する" id="app">
          <p>
            アプリで下の図を読み取るか、かぎの文字を打ち込んでください。この端末のアプリに登録するときは、リンクを開いてください。
          </p>
          <QrCode text={enrolment.uri} />
          <p>
            かぎ：<code>{enrolment.secret}</code>
          </p>
          <p>
            <a href={enrolment.uri}>この端末の確認コードのアプリを開く</a>
          </p>
        </Section>
        <Section heading="2　控えのコードを残す" id="codes">
          <p>
            アプリが使えなくなったときに、1つずつ、一度だけ使えます。印刷するか書き写して、端末とは別の場所に置いてください。
          </p>
          <ul class="columns-2">
            {enrolment.codes.map((code) => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Section>
        <Section heading="3　確かめる" id="check">
          <TextField
            form={form}
            name="code"
            label="アプリに表示された確認コード"
            hint="6桁の数字です。30秒ごとに変わります。"
            width="short"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            unmarked
          />
          <SubmitRow primary="コードを控えたので、登録する" />
        </Section>
      </Form>
    </Layout>
  )
}

function QrCode({ text }: { text: string }) {
  const { size, path } = qrPath(text)
  return (
    <svg width="220" height="220" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label="アプリで読み取る図">
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
