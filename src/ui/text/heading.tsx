import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { Whole } from './whole.tsx'

function Heading({ level = 2, id, children }: { level?: 1 | 2 | 3 | 4; id?: string; children: Child }) {
  const Tag = `h${level}` as const
  return <Tag id={id}>{children}</Tag>
}

/** One or two larger sentences at the start of a page or section. */
export function Lead({ children }: { children: Child }) {
  return (
    <p class="lead">
      <Whole>{children}</Whole>
    </p>
  )
}

/** A part of a page under its own h2 (or h3), with one optional link at its right. */
export function Section(props: {
  heading: Child
  level?: 2 | 3
  id?: string
  lead?: Child
  more?: { href: string; label: string }
  children: Child
}) {
  const { heading, level = 2, id, lead, more, children } = props
  return (
    <section class="flow section" id={id} aria-labelledby={id && `${id}-heading`}>
      <div class="wrap section-head">
        <Heading level={level} id={id && `${id}-heading`}>
          {heading}
        </Heading>
        {more && <a href={more.href}>{more.label}</a>}
      </div>
      {lead && (
        <p>
          <Whole>{lead}</Whole>
        </p>
      )}
      {children}
    </section>
  )
}

/** The content with an aside: right of it on wide screens, below on phones; `first` puts filters on the left. */
export function Columns(props: { children: Child; aside: Child; label: string; first?: boolean }) {
  const { children, aside, label, first } = props
  const side = (
    <aside class="flow" aria-label={label}>
      {aside}
    </aside>
  )
  return (
    <div class={first ? 'columns columns-first' : 'columns'}>
      {first && side}
      <div class="flow">{children}</div>
      {!first && side}
    </div>
  )
}

export const examples: Example[] = [
  { name: 'Heading 見出し', render: () => <Heading level={2}>子どもたちと川の生きものをしらべる</Heading> },
  {
    name: 'Lead 導入文',
    render: () => (
      <Lead>市民・地域の団体・市が力を出し合う取組を、はじめの相談から評価の公表まで、ひと続きの記録にします。</Lead>
    ),
  },
  {
    name: 'Section 節',
    render: () => (
      <Section
        heading="いま参加できること"
        level={3}
        lead="申込みがいらないものもあります。"
        more={{ href: '/ui', label: 'すべて見る' }}
      >
        <p>
          毎月第2土曜日に、花壇の手入れをしています。道具は市が用意します。雨の日は翌日に延期し、朝7時までにこのページでお知らせします。
        </p>
      </Section>
    ),
  },
  {
    name: 'Columns 本文とその横',
    render: () => (
      <Columns label="この事業の要点" aside={<p>担当：協働推進課</p>}>
        <p>川沿いの花壇を、町会・高校・市の三者で育てます。</p>
      </Columns>
    ),
  },
]
