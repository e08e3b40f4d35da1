import { Diff, Section } from '../../../ui/index.ts'
import { changesBetween } from '../text/changes.ts'
import type { AgreedText } from '../text/text.ts'

export function TextChanges(props: {
  heading: string
  before: { name: string; text: AgreedText }
  after: { name: string; text: AgreedText }
  same: string
}) {
  const { heading, before, after, same } = props
  const changes = changesBetween(before.text, after.text)
  return (
    <Section heading={heading} id="changes">
      {changes.length === 0 ? <p>{same}</p> : <Diff before={before.name} after={after.name} changes={changes} />}
    </Section>
  )
}

/** Shows the changes that an amendment makes to the text in force. */
export function FromCurrent({ current, text }: { current: { version: number; text: AgreedText }; text: AgreedText }) {
  const name = `第${current.version}版（いまの文面）`
  return (
    <TextChanges
      heading={`${name}から変わるところ`}
      before={{ name, text: current.text }}
      after={{ name: '変更の文面', text }}
      same="文面の内容は変わりません。"
    />
  )
}
