import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Diff, Notice, Original } from '../../../ui/index.ts'
import { type ChangedPlace, differences } from '../charter/versions.ts'
import { findVersion, listVersions } from '../queries/versions.ts'
import { urls } from '../urls.ts'
import { say } from '../words/pages.ts'

interface Difference {
  version: string
  before?: string
  changes: ChangedPlace[]
}

function DifferencePage({ frame, published }: Views<Difference, undefined>) {
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

export const differencePage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<Difference | undefined> => {
    const found = await findVersion(c.db, c.city.id, c.params.version ?? '')
    if (!found) return undefined
    const versions = await listVersions(c.db, c.city.id)
    const older = versions[versions.findIndex((one) => one.version === found.version) + 1]
    const before = older && (await findVersion(c.db, c.city.id, older.version))
    return {
      version: found.version,
      before: before?.version,
      changes: before ? differences(before.document, found.document) : [],
    }
  },
  view: DifferencePage,
})
