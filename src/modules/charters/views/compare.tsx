import { dateLabel } from '../../../platform/time.ts'
import type { Views } from '../../../platform/web/index.ts'
import { Button, DataTable, Diff, EmptyState, Notice } from '../../../ui/index.ts'
import { CityPage } from '../../cities/index.ts'
import { evaluationSheet, label } from '../rules.ts'
import type { Charter } from '../schema.ts'
import { urls } from '../urls.ts'
import { CharterTabs, names, Origin } from './entries.tsx'

export interface Comparison {
  left?: { slug: string; charter: Charter }
  right?: { slug: string; charter: Charter }
  choices: { slug: string; name: string }[]
}

/** Any two cities' charters side by side; neither is the measure of the other. */
export function ComparePage({ frame, published }: Views<Comparison, undefined>) {
  const { left, right, choices } = published
  return (
    <CityPage
      frame={frame}
      title="指針を見くらべる"
      wide
      lead="二つの市の指針を、並べて見られます。言い方の違いは違いのまま示し、無理に同じものとして数えません。"
    >
      <form method="get" action={urls.compare()} class="filter">
        <CitySelect name="left" label="左の市" value={left?.slug} choices={choices} />
        <CitySelect name="right" label="右の市" value={right?.slug} choices={choices} />
        <Button>くらべる</Button>
      </form>
      {left && right ? (
        <SideBySide left={left.charter} right={right.charter} lang={frame.lang} />
      ) : (
        <EmptyState>市を二つ選んでください。</EmptyState>
      )}
    </CityPage>
  )
}

function CitySelect({
  name,
  label: text,
  value,
  choices,
}: {
  name: string
  label: string
  value?: string
  choices: Comparison['choices']
}) {
  return (
    <div class="field">
      <label for={name}>{text}</label>
      <select id={name} name={name} class="input">
        {choices.map((city) => (
          <option value={city.slug} selected={city.slug === value}>
            {city.name}
          </option>
        ))}
      </select>
    </div>
  )
}

type Lang = Views<undefined, undefined>['frame']['lang']

/** One line of the comparison: what is looked at, and each charter's own words for it. */
function lines(charter: Charter, lang: Lang): Record<string, string> {
  const list = (entries: readonly { label: Parameters<typeof label>[0] }[]) =>
    entries.map((one) => label(one.label, lang)).join('、') || '定めなし'
  const sheet = evaluationSheet(charter)
  return {
    文書: list(charter.documents.filter((one) => one.standing === 'charter')),
    だれとだれの協働か: label(charter.scope.summary, lang),
    主体の種類: list(charter.actors),
    ...Object.fromEntries(
      charter.principleGroups.map((group, at) => [
        `原則など（${at + 1}）`,
        `${label(group.label, lang)}: ${list(charter.principles.filter((one) => one.group === group.key))}`,
      ]),
    ),
    形態: list(charter.forms),
    領域:
      charter.zones
        .map(
          (zone) =>
            `${label(zone.label, lang)}${zone.forms.length ? `（${names(charter.forms, zone.forms, lang)}）` : ''}`,
        )
        .join('／') || '定めなし',
    はじまりの類型: list(charter.startTypes),
    分野: list(charter.fields),
    評価の段階: list(sheet.phases),
    評価する側: list(charter.evaluation.sides),
    評点: sheet.scale.grades.map((grade) => grade.mark).join('・'),
    時限性: charter.timeLimit ? label(charter.timeLimit.summary, lang) : '定めなし',
    評価なしの継続: charter.evaluation.requiredForContinuation ? 'できない' : '妨げない',
    区域: charter.territory.divided ? list(charter.territory.units) : '市全域',
  }
}

function SideBySide({ left, right, lang }: { left: Charter; right: Charter; lang: Lang }) {
  const [one, two] = [lines(left, lang), lines(right, lang)]
  const rows = [...new Set([...Object.keys(one), ...Object.keys(two)])]
  return (
    <DataTable
      caption={`${label(left.city.name, lang)}と${label(right.city.name, lang)}`}
      rows={rows}
      columns={[
        { label: '見るところ', heading: true, cell: (row) => row },
        { label: label(left.city.name, lang), cell: (row) => one[row] ?? '定めなし' },
        { label: label(right.city.name, lang), cell: (row) => two[row] ?? '定めなし' },
      ]}
    />
  )
}

export interface VersionRow {
  version: string
  in_force_on: string
  applied_at: Date
}

/** The versions of a city's charter, the newest first. */
export function VersionsPage({ frame, published }: Views<VersionRow[], undefined>) {
  const at = { city: frame.city.slug }
  const { version } = frame.charter
  return (
    <CityPage
      frame={frame}
      title="指針の版"
      lead="版が改まっても、それまでの版のもとで始まったことは、その版のまま続きます。"
    >
      <CharterTabs city={frame.city.slug} here="versions" />
      <p>
        いまの版は「{label(version.label, frame.lang)}」です。
        <Origin entry={version} />
      </p>
      <DataTable
        caption="これまでの版"
        rows={published}
        columns={[
          {
            label: '版',
            heading: true,
            cell: (one) => <a href={urls.difference({ ...at, version: one.version })}>{one.version}</a>,
          },
          { label: '効力をもつ日', cell: (one) => dateLabel(one.in_force_on) },
        ]}
      />
    </CityPage>
  )
}

export interface Difference {
  version: string
  before?: string
  changes: { path: string; old: string; new: string }[]
}

/** What a version changed against the one before it. */
export function DifferencePage({ frame, published }: Views<Difference, undefined>) {
  const { version, before, changes } = published
  return (
    <CityPage
      frame={frame}
      title={`版「${version}」の違い`}
      breadcrumbs={[{ href: urls.versions({ city: frame.city.slug }), label: '指針の版' }]}
    >
      {!before && <Notice kind="info">はじめの版です。くらべる前の版はありません。</Notice>}
      {before && changes.length === 0 && <Notice kind="info">前の版「{before}」と同じ内容です。</Notice>}
      {changes.length > 0 && (
        <Diff
          before={`版「${before}」`}
          after={`版「${version}」`}
          changes={changes.map((one) => ({ label: one.path, before: one.old, after: one.new }))}
        />
      )}
    </CityPage>
  )
}
