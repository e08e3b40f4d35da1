import { dateLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { type Change, Details, Diff, Section } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { changesBetween } from '../../questionnaires/index.ts'
import type { Seen } from '../queries/one.ts'
import type { listVersions } from '../queries/versions.ts'

export type Versions = Awaited<ReturnType<typeof listVersions>>

export function EarlierTexts({ frame, versions, sheet }: { frame: Frame; versions: Versions; sheet: Seen['sheet'] }) {
  if (versions.length < 2) return null
  return (
    <Details summary={`内容の移り変わり（${versions.length - 1}回改めました）`}>
      {consecutive(versions).map(([before, after]) => (
        <Section heading={`${dateLabel(today(after.at))}に${after.written_by}さんが改めたところ`} level={3}>
          <Diff before="改める前" after="改めたあと" changes={changesIn(sheet, before, after, frame.lang)} />
        </Section>
      ))}
    </Details>
  )
}

function consecutive(versions: Versions): [before: Versions[number], after: Versions[number]][] {
  return versions.flatMap((after, at) => {
    const before = versions[at - 1]
    return before ? [[before, after]] : []
  })
}

function changesIn(
  sheet: Seen['sheet'],
  before: Versions[number],
  after: Versions[number],
  lang: Frame['lang'],
): Change[] {
  const title = sheet.titleKey ? [] : [{ label: '提案の題名', before: before.title, after: after.title }]
  const answers = changesBetween(sheet, before.contents, after.contents).map(({ question, ...texts }) => ({
    label: label(question.label, lang),
    ...texts,
  }))
  return [...title.filter((one) => one.before !== one.after), ...answers]
}
