import type { Views } from '../../../platform/web/index.ts'
import { dayIn } from '../../../platform/words/spoken-time.ts'
import { CityPage } from '../../../site/index.ts'
import { DataTable, Diff, Notice, Original } from '../../../ui/index.ts'
import { urls } from '../urls.ts'
import { say } from '../words/pages.ts'
import { CharterPart, Origin } from './entries.tsx'
import { Words } from './words.tsx'

export interface VersionRow {
  version: string
  in_force_on: string
  applied_at: Date
}

/** The versions of a city's charter, the newest first. */
export function VersionsPage({ frame, published }: Views<VersionRow[], undefined>) {
  const { city, charter, lang } = frame
  const { version } = charter
  return (
    <CharterPart frame={frame} here="versions" lead={say.versionsLead[lang]}>
      <p>
        {say.versionNow[lang]}
        <Words of={version.label} otherwise={version.number} />
      </p>
      <Origin entry={version} />
      <DataTable
        caption={say.earlierVersions[lang]}
        rows={published}
        columns={[
          {
            label: say.version[lang],
            heading: true,
            cell: (one) => (
              <a href={urls.difference({ city: city.slug, version: one.version })}>
                <Original>{one.version}</Original>
              </a>
            ),
          },
          { label: say.validFrom[lang], cell: (one) => dayIn(lang, one.in_force_on) },
        ]}
      />
    </CharterPart>
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
  const { city, lang } = frame
  return (
    <CityPage
      frame={frame}
      title={say.differenceOf[lang](version)}
      breadcrumbs={[{ href: urls.versions({ city: city.slug }), label: say.versions[lang] }]}
    >
      {before === undefined && <Notice kind="info">{say.firstVersion[lang]}</Notice>}
      {before !== undefined && changes.length === 0 && <Notice kind="info">{say.sameAs[lang](before)}</Notice>}
      {before !== undefined && changes.length > 0 && (
        <Original block>
          <Diff
            before={say.versionNamed.ja(before)}
            after={say.versionNamed.ja(version)}
            changes={changes.map((one) => ({ label: one.path, before: one.old, after: one.new }))}
          />
        </Original>
      )}
    </CityPage>
  )
}
