import { dateLabel, dateTimeLabel } from '../../../platform/time/index.ts'
import type { Views } from '../../../platform/web/index.ts'
import { type Change, DataTable, Details, Diff, Notice, Paragraphs, Section } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { listVersions } from '../queries/one.ts'
import { shortDigest, targetWords } from '../rules.ts'
import { type AgreementText, type Dossier, refOf, resourceLabels, type SignedVersion } from '../tables.ts'
import { urls } from '../urls.ts'
import { AgreementPage } from './frame.tsx'
import { AgreementSheet, DigestNote, SignatureList } from './text.tsx'

interface About {
  d: Dossier
  charter: Charter
}

type Listed = Awaited<ReturnType<typeof listVersions>>

/** Every text that was ever offered, and what became of it. */
export function VersionsPage({ frame, data }: Views<undefined, About & { versions: Listed }>) {
  const { d, charter, versions } = data
  const at = { city: frame.city.slug, ref: refOf(d) }
  return (
    <AgreementPage frame={frame} charter={charter} agreement={d} title="これまでの文面">
      <DataTable
        caption="署名を求めた文面（新しい順）"
        rows={versions}
        columns={[
          {
            label: '版',
            heading: true,
            cell: ({ version }) => <a href={urls.difference({ ...at, version: String(version) })}>第{version}版</a>,
          },
          { label: '状態', cell: ({ version }) => standing(d, version) },
          { label: '署名', numeric: true, cell: (one) => `${one.signed}／${one.text.parties.length}者` },
          { label: '示した日時', cell: ({ made_at, made_by }) => `${dateTimeLabel(made_at)}　${made_by}` },
          { label: '変更の理由', cell: ({ note }) => note },
          { label: '照合番号', cell: ({ digest }) => <code>{shortDigest(digest)}</code> },
        ]}
      />
    </AgreementPage>
  )
}

function standing(d: Dossier, version: number): string {
  if (version === d.version) return d.state === 'in_force' ? '効力のある文面' : '最後に効力のあった文面'
  if (version === d.offered_version) return '署名待ち'
  return version < (d.version ?? 0) ? '前の文面' : '案に戻した文面'
}

export interface Difference extends About {
  version: SignedVersion
  before: SignedVersion | undefined
}

/** One text and what it changed of the one before it. */
export function DifferencePage({ frame, data }: Views<undefined, Difference>) {
  const { d, charter, version, before } = data
  const changes = before ? changesBetween(before.text, version.text) : []
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={d}
      title={`第${version.version}版の文面`}
      lead={`${dateLabel(version.text.starts_on)}からの取り決め　${standing(d, version.version)}`}
    >
      {version.note && (
        <Notice kind="info" heading="変更の理由">
          <Paragraphs text={version.note} />
        </Notice>
      )}
      {before && (
        <Section heading={`第${before.version}版から変わったところ`} id="changes">
          {changes.length ? (
            <Diff before={`第${before.version}版`} after={`第${version.version}版`} changes={changes} />
          ) : (
            <p>文面の内容は変わっていません。</p>
          )}
        </Section>
      )}
      <Section heading="署名" id="signatures">
        <SignatureList text={version.text} signatures={version.signatures} />
        <DigestNote version={version} />
      </Section>
      <Details summary="この版の文面の全体を読む" open={!before}>
        <AgreementSheet text={version.text} />
      </Details>
    </AgreementPage>
  )
}

/** What changed from one text to the next, part by part, in words. */
export function changesBetween(before: AgreementText, after: AgreementText): Change[] {
  const [old, now] = [partsOf(before), partsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((label) => {
    const change = { label, before: old.get(label), after: now.get(label) }
    return change.before === change.after ? [] : [change]
  })
}

function partsOf(text: AgreementText): Map<string, string> {
  const name = (id: string) => text.parties.find(({ party_id }) => party_id === id)?.name ?? 'すべての当事者'
  const parts: [string, string][] = [
    ['題名', `${text.title}　${text.kind}`],
    ['当事者', text.parties.map((one) => `${one.mark}　${one.name}`).join('\n')],
    ...text.articles.map((one): [string, string] => [`条文　${one.heading}`, one.paragraphs.join('\n')]),
    [
      '別表　目標',
      text.targets.map((one) => `${one.indicator}　${targetWords(one)}（${dateLabel(one.by)}まで）`).join('\n'),
    ],
    [
      '別表　役割',
      text.roles
        .map(
          ({ party_id, does, brings }) =>
            `${name(party_id)}　${does}${brings ? `（${resourceLabels[brings.kind]}　${brings.words}）` : ''}`,
        )
        .join('\n'),
    ],
    [
      '別表　費用',
      text.money.map((one) => `${name(one.party_id)}　${one.yen.toLocaleString('ja-JP')}円　${one.for}`).join('\n'),
    ],
  ]
  return new Map(parts.filter(([, words]) => words))
}
