import type { Module } from '../../../platform/module.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { EmptyState, LinkList, Section } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import type { Work } from '../queries/published.ts'

export function Works({ frame, party, works }: { frame: Frame; party: string; works: readonly Work[] }) {
  if (works.length === 0) {
    return <EmptyState>公開された事業や{word(frame.charter, 'proposal', frame.lang)}は、まだありません。</EmptyState>
  }
  return (
    <>
      {kindsOf(frame.installation.modules).map((kind) => (
        <WorksOfKind frame={frame} party={party} kind={kind} works={works.filter((one) => one.kind === kind.name)} />
      ))}
    </>
  )
}

type Kind = ReturnType<typeof kindsOf>[number]

/** Kinds with a list of their own come first. */
function kindsOf(modules: readonly Module[]) {
  return modules
    .flatMap(({ works = {} }) => Object.entries(works).map(([name, kind]) => ({ name, ...kind })))
    .sort((a, b) => Number(b.all !== undefined) - Number(a.all !== undefined))
}

function WorksOfKind(props: { frame: Frame; party: string; kind: Kind; works: readonly Work[] }) {
  const { frame, party, kind, works } = props
  const [newest] = works
  if (!newest) return null
  const city = frame.city.slug
  const all = newest.of_kind > 1 ? kind.all?.(city, party) : undefined
  return (
    <Section
      heading={`${kind.heading(frame)}（${newest.of_kind}件）`}
      id={kind.name}
      more={all ? { href: all, label: '一覧で、しぼり込みながら見る' } : undefined}
    >
      <LinkList
        links={works.map(({ ref, title, shown }) => ({
          href: kind.page({ city, ref }),
          label: title,
          count: shown.state,
          about: shown.summary,
        }))}
      />
      {newest.of_kind > works.length && <p class="quiet">{`ほかに${newest.of_kind - works.length}件あります。`}</p>}
    </Section>
  )
}
