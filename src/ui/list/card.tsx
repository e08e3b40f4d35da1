import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { Badge } from '../text/badge.tsx'

/** One thing of a list: the whole card is its one link. */
export function Card(props: {
  href: string
  title: Child
  eyebrow?: Child
  children?: Child
  foot?: Child
  badge?: Child
  level?: 2 | 3 | 4
}) {
  const { href, title, eyebrow, children, foot, badge, level = 3 } = props
  const Title = `h${level}` as const
  return (
    <article class="card">
      {eyebrow && <p class="quiet">{eyebrow}</p>}
      <Title>
        <a href={href}>{title}</a>
      </Title>
      {children && <div class="card-body">{typeof children === 'string' ? <p>{children}</p> : children}</div>}
      {(badge || foot) && (
        <div class="quiet wrap card-foot">
          {badge}
          {foot && <span>{foot}</span>}
        </div>
      )}
    </article>
  )
}

/** Cards side by side, as many as fit. */
export function CardGrid({ children }: { children: Child }) {
  return <div class="cells cards">{children}</div>
}

export const examples: Example[] = [
  {
    name: 'Card ひとつの取組',
    render: () => (
      <CardGrid>
        <Card
          href="/ui"
          eyebrow="環境の保全 ・ 東部"
          title="川沿いの花壇をみんなで育てる"
          badge={<Badge tone="going">実施中</Badge>}
          foot="みどりの会、東高校、公園課"
        >
          三つの町会と高校の園芸部が、月に二度、川沿いの花壇を手入れします。
        </Card>
        <Card
          href="/ui"
          eyebrow="子どもの健全育成 ・ 北部"
          title="外国につながる子の学習ひろば"
          badge={<Badge tone="waiting">評価待ち</Badge>}
          foot="にじいろ教室、指導課"
        >
          放課後の教室で、ことばと宿題を大学生と一緒に学びます。
        </Card>
        <Card href="/ui" title="だれでも食堂の夕べ" foot="6月6日(土) 17時から">
          申込みはいりません。
        </Card>
      </CardGrid>
    ),
  },
]
