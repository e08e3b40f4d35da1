import { Whole } from '../../../ui/index.ts'

/** What the page of a verb says before it is done, a sentence each. */
export function Before({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li>
          <Whole>{sentence}</Whole>
        </li>
      ))}
    </ul>
  )
}
