import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

/** A notice in a box; `announce` when it answers the person's last action. */
export function Notice(props: { kind?: NoticeKind; heading?: string; announce?: boolean; children: Child }) {
  const { kind = 'info', heading, announce, children } = props
  const words = useWords()
  const role = announce ? (kind === 'error' ? 'alert' : 'status') : undefined
  return (
    <div class={`notice notice-${kind}`} role={role}>
      <p class="notice-kind wrap">
        <Icon name={kind} />
        <strong>{heading ?? words[kind === 'error' ? 'failure' : kind]}</strong>
      </p>
      <div class="notice-body">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </div>
  )
}

function Flash({ kind = 'success', text }: { kind?: NoticeKind; text: string }) {
  return (
    <Notice kind={kind} announce>
      {text}
    </Notice>
  )
}

export const examples: Example[] = [
  {
    name: 'Notice お知らせ',
    render: () => <Notice>令和8年度の募集は4月1日から5月29日までです。書きかけの提案は、いつでも保存できます。</Notice>,
  },
  {
    name: 'Notice 完了',
    render: () => <Notice kind="success">提案を受け付けました。番号は r8-proposal-0012 です。</Notice>,
  },
  {
    name: 'Notice 注意',
    render: () => (
      <Notice kind="warning" heading="あと3日で締め切ります">
        5月29日の終わりまでに提出してください。提出したあとも、審査が始まるまでは補正できます。
      </Notice>
    ),
  },
  {
    name: 'Notice エラー',
    render: () => (
      <Notice kind="error" heading="提出できませんでした">
        募集が締め切られています。書いた内容は下書きとして残しました。次の募集で使えます。
      </Notice>
    ),
  },
  { name: 'Flash 操作の結果', render: () => <Flash text="下書きを保存しました。" /> },
]
