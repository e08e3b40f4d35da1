import { Whole } from '../../../ui/index.ts'

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
