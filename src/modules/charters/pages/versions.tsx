import { definePage, type Views } from '../../../platform/web/index.ts'
import { dayIn } from '../../../platform/words/spoken-time.ts'
import { DataTable, Original } from '../../../ui/index.ts'
import { Origin } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { Words } from '../parts/words.tsx'
import { listVersions } from '../queries/versions.ts'
import { urls } from '../urls.ts'
import { say } from '../words/pages.ts'

type Listed = Awaited<ReturnType<typeof listVersions>>

function VersionsPage({ frame, published }: Views<Listed, undefined>) {
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

export const versionsPage = definePage({
  who: 'anyone',
  translated: true,
  published: (c) => listVersions(c.db, c.city.id),
  view: VersionsPage,
})
