import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'

/** Dates with their weekday, times, and numbers with their counter: 令和8年4月1日(水)から, 1,000,000円. */
const kept =
  /((?:令和|平成|昭和|大正|明治)(?:\d+|元)年(?:度|\d+月(?:\d+日(?:\([日月火水木金土]\))?)?)?(?:から|まで)?|\d{1,2}:\d{2}|\d[\d,]*(?:\.\d+)?(?:円|人|回|件|点|者|％|%)?)/

/** Keeps dates, times, amounts and counts on one line: `<Whole>令和8年4月1日(水)から、1,000,000円</Whole>` */
export function Whole({ children }: { children: Child }) {
  if (typeof children !== 'string' || !kept.test(children)) return <>{children}</>
  const parts = children.split(new RegExp(kept, 'g'))
  return <span>{parts.map((part, at) => (at % 2 === 1 ? <span class="whole">{part}</span> : part))}</span>
}

export const examples: Example[] = [
  {
    name: 'Whole 折らない日付と金額',
    render: () => (
      <p>
        <Whole>令和8年6月1日(月)から令和9年3月31日(水)まで、1,000,000円を240人で使います。</Whole>
      </p>
    ),
  },
]
