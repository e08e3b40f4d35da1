import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger'

/** A button that sends its form; one primary button a page. */
export function Button(props: {
  children: Child
  kind?: Kind
  name?: string
  value?: string
  type?: 'submit' | 'button'
  about?: string
  form?: string
}) {
  const { children, kind = 'primary', about, type = 'submit', ...rest } = props
  return (
    <button type={type} class={`button button-${kind}`} {...rest}>
      {children}
      {about && <span class="visually-hidden">（{about}）</span>}
    </button>
  )
}

/** A link that starts something, drawn as a button. */
export function ButtonLink(props: { href: string; children: Child; kind?: Kind; download?: boolean; about?: string }) {
  const { href, children, kind = 'primary', download, about } = props
  return (
    <a class={`button button-${kind}`} href={href} download={download}>
      {children}
      {about && <span class="visually-hidden">（{about}）</span>}
    </a>
  )
}

/** Buttons in a row, stacked on phones. */
export function ButtonRow({ children }: { children: Child }) {
  return <div class="wrap button-row">{children}</div>
}

export const examples: Example[] = [
  {
    name: 'Button ボタン',
    render: () => (
      <ButtonRow>
        <Button>提案を提出する</Button>
        <Button kind="secondary" name="_act" value="save">
          下書き保存
        </Button>
        <Button kind="danger" about="川沿いの花壇をみんなで育てる">
          取り下げる
        </Button>
        <Button kind="quiet">あとにする</Button>
      </ButtonRow>
    ),
  },
  {
    name: 'ButtonLink はじめるリンク',
    render: () => (
      <ButtonRow>
        <ButtonLink href="/ui">提案を書きはじめる</ButtonLink>
        <ButtonLink href="/ui" kind="secondary">
          一覧をダウンロード（CSV）
        </ButtonLink>
      </ButtonRow>
    ),
  },
]
