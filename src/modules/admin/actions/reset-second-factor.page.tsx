import type { Entry } from '../../../platform/record/index.ts'
import { dateTimeLabel, isoDateTime } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { actSheetHref } from '../../../site/index.ts'
import { Section, Timeline } from '../../../ui/index.ts'
import { AmongStaff, type Holder, holder } from '../subject.tsx'
import { entryWords } from '../words.ts'

export function ResetPage(props: VerbPage<Holder, Entry[]>) {
  const { extra: entries, frame, thing } = props
  return (
    <>
      <AmongStaff {...props} />
      {entries.length > 0 && (
        <Section heading="これまでの手続き" id="before">
          <Timeline
            events={entries.map((entry) => ({
              at: isoDateTime(entry.at),
              when: dateTimeLabel(entry.at),
              what: `${entryWords(entry, frame.installation.modules)}。`,
              who: entry.names?.actor,
              children: sheetLink(actSheetHref(holder.url(holder.at(frame.city.slug, thing)), entry)),
            }))}
          />
        </Section>
      )}
    </>
  )
}

const sheetLink = (href: string | undefined) => href && <a href={href}>起案・決裁</a>
