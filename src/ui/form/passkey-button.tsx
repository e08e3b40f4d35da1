import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { Button } from '../text/button.tsx'

/**
 * Asks the browser for a passkey and sends its answer as the form's field `response`. `fallback` is shown without script or
 * in a browser without passkeys, and names the other ways.
 */
export function PasskeyButton(props: {
  ask: 'get' | 'create'
  /** The WebAuthn options as JSON. */
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
