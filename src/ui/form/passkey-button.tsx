import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { Button } from '../text/button.tsx'

/** Asks the browser for a passkey, sent as `response`; `fallback` names other ways where there is none. */
export function PasskeyButton(props: {
  ask: 'get' | 'create'
  options: object
  children: Child
  failed: string
  fallback: Child
}) {
  const { ask, options, children, failed, fallback } = props
  return (
    <div>
      <passkey-button data-ask={ask} data-options={JSON.stringify(options)} data-failed={failed}>
        <input type="hidden" name="response" value="" />
        <p class="hint" data-fallback>
          {fallback}
        </p>
        <div class="button-row" data-offer hidden>
          <Button type="button">{children}</Button>
        </div>
        <p class="field-error" role="alert"></p>
      </passkey-button>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'PasskeyButton パスキー',
    render: () => (
      <PasskeyButton
        ask="get"
        options={{ challenge: 'AAAA' }}
        failed="パスキーを確かめられませんでした。"
        fallback="このブラウザでは、パスワードかメールのリンクをお使いください。"
      >
        パスキーでサインイン
      </PasskeyButton>
    ),
  },
]
