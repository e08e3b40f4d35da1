import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'

export interface SheetHead {
  /** 様式第1号（第5条関係） */
  form?: string
  /** 7協推第12号 */
  number?: string
  date?: string
  addressee?: string
  sender?: Child
  title: string
  level?: 1 | 2
}

/** A letter or form: on screen a sheet of paper; on paper without the ways around it, one after the other. */
export function PrintSheet({
  form,
  number,
  date,
  addressee,
  sender,
  title,
  level = 2,
  children,
}: SheetHead & { children: Child }) {
  return (
    <article class="paper">
      {form && <p class="paper-form">{form}</p>}
      <div class="paper-right">
        {number && <p>{number}</p>}
        {date && <p>{date}</p>}
      </div>
      {addressee && <p class="paper-to as-typed">{addressee}</p>}
      {sender && (
        <div class="paper-right">{typeof sender === 'string' ? <p class="as-typed">{sender}</p> : sender}</div>
      )}
      {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      <div class="flow">{children}</div>
    </article>
  )
}

export const examples: Example[] = [
  {
    name: 'PrintSheet 用紙',
    render: () => (
      <PrintSheet
        form="様式第1号（第5条関係）"
        date="令和　　年　　月　　日"
        addressee="（宛先）市長"
        sender={'団体の名称　みどりの会\n代表者の氏名　佐藤 花'}
        title="協働事業提案書"
      >
        <p>次のとおり、協働事業を提案します。</p>
        <p>題名　川沿いの花壇をみんなで育てる</p>
      </PrintSheet>
    ),
  },
]
