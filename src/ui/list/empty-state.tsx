import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'

/** An empty list: the reason, and the next step. */
export function EmptyState({ children, action }: { children: Child; action?: Child }) {
  return (
    <div class="empty">
      <p>{children}</p>
      {action}
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'EmptyState まだ何もないとき',
    render: () => (
      <EmptyState action={<a href="/ui">条件をすべて外す</a>}>
        条件に合う事業は見つかりませんでした。分野か地域の条件をひとつ外すと、見つかることがあります。
      </EmptyState>
    ),
  },
]
