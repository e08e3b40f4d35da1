import type { Example, Link } from '../example.ts'
import { Button } from '../text/button.tsx'

/** The end of a form: its button, other acts, and a link away. */
export function SubmitRow(props: {
  primary: string
  kind?: 'primary' | 'danger'
  /** Sent as `_act`. */
  act?: string
  secondary?: { act: string; label: string }[]
  cancel?: Link
}) {
  const { primary, kind = 'primary', act, secondary = [], cancel } = props
  return (
    <div class="wrap button-row submit-row">
      <Button kind={kind} {...(act === undefined ? {} : { name: '_act', value: act })}>
        {primary}
      </Button>
      {secondary.map((one) => (
        <Button kind="secondary" name="_act" value={one.act}>
          {one.label}
        </Button>
      ))}
      {cancel && <a href={cancel.href}>{cancel.label}</a>}
      <span class="quiet save-state" role="status"></span>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'SubmitRow 送る',
    render: () => (
      <SubmitRow
        primary="提出する"
        secondary={[{ act: 'save', label: '下書き保存' }]}
        cancel={{ href: '/ui', label: '書かずに戻る' }}
      />
    ),
  },
]
