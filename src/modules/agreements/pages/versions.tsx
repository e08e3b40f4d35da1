import { dateLabel, dateTimeLabel } from '../../../platform/time/index.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { DataTable } from '../../../ui/index.ts'
import { shortDigest, VersionSheet } from '../../texts/index.ts'
import { AgreementPage } from '../parts/page.tsx'
import { findAddressed, listSignedVersions, listVersions } from '../queries/one.ts'
import { type Agreement, refOf, type SignedVersion } from '../tables.ts'
import { urls } from '../urls.ts'

interface About {
  agreement: Agreement
}

type Listed = Awaited<ReturnType<typeof listVersions>>

function VersionsPage({ frame, data }: Views<undefined, About & { versions: Listed }>) {
  const { agreement, versions } = data
  const at = { city: frame.city.slug, ref: refOf(agreement) }
  return (
    <AgreementPage frame={frame} charter={agreement.charter} agreement={agreement} title="これまでの文面">
      <DataTable
        caption="署名を求めた文面（新しい順）"
        rows={versions}
        columns={[
          {
            label: '版',
            heading: true,
            cell: ({ version }) => <a href={urls.difference({ ...at, version: String(version) })}>第{version}版</a>,
          },
          { label: '状態', cell: ({ version }) => standing(agreement, version) },
          { label: '署名', numeric: true, cell: (one) => `${one.signed}／${one.text.parties.length}者` },
          { label: '示した日時', cell: ({ made_at, made_by }) => `${dateTimeLabel(made_at)}　${made_by}` },
          { label: '変更の理由', cell: ({ note }) => note },
          { label: '照合番号', cell: ({ digest }) => <code>{shortDigest(digest)}</code> },
        ]}
      />
    </AgreementPage>
  )
}

function standing(agreement: Agreement, version: number): string {
  if (version === agreement.version) return agreement.state === 'in_force' ? '効力のある文面' : '最後に効力のあった文面'
  if (version === agreement.offered_version) return '署名待ち'
  return version < (agreement.version ?? 0) ? '前の文面' : '案に戻した文面'
}

interface Difference extends About {
  version: SignedVersion
  before: SignedVersion | undefined
}

function DifferencePage({ frame, data }: Views<undefined, Difference>) {
  const { agreement, version, before } = data
  return (
    <AgreementPage
      frame={frame}
      charter={agreement.charter}
      agreement={agreement}
      title={`第${version.version}版の文面`}
      lead={`${dateLabel(version.text.starts_on)}からの取り決め　${standing(agreement, version.version)}`}
    >
      <VersionSheet version={version} before={before} />
    </AgreementPage>
  )
}

export const versionsPage = definePage({
  who: 'signed-in',
  load: async (c) => {
    const agreement = await findAddressed(c)
    return agreement && { agreement, versions: await listVersions(c.db, agreement.id) }
  },
  view: VersionsPage,
})

export const differencePage = definePage({
  who: 'signed-in',
  load: async (c): Promise<Difference | undefined> => {
    const agreement = await findAddressed(c)
    const number = /^[1-9]\d{0,4}$/.test(c.params.version ?? '') ? Number(c.params.version) : 0
    if (!agreement || !number) return undefined
    const versions = await listSignedVersions(c.db, agreement.id, [number - 1, number])
    const version = versions.find((one) => one.version === number)
    return version && { agreement, version, before: versions.find((one) => one.version === number - 1) }
  },
  view: DifferencePage,
})
