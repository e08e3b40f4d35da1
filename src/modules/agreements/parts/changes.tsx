import { Diff, Section } from '../../../ui/index.ts'
import { changesBetween } from '../agreement/changes.ts'
import type { AgreementText, SignedVersion } from '../tables.ts'

/** What an amendment would change of the text in force, part by part. */
export function FromCurrent({ current, text }: { current: SignedVersion; text: AgreementText }) {
  const changes = changesBetween(current.text, text)
  const before = `第${current.version}版（いまの文面）`
  return (
    <Section heading={`${before}から変わるところ`} id="changes">
      {changes.length === 0 ? (
        <p>文面の内容は変わりません。</p>
      ) : (
        <Diff before={before} after="変更の文面" changes={changes} />
      )}
    </Section>
  )
}
