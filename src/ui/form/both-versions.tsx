import type { FormState } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { Diff } from '../record/diff.tsx'
import { Notice } from '../text/notice.tsx'
import { useWords } from '../words.ts'
import { exampleForm } from './example-form.ts'

/** What another person saved while this one wrote, beside one's own words; sent along, so that it stays until it is saved. */
export function BothVersions({ form }: { form: FormState }) {
  const words = useWords()
  const { compared = [], values } = form
  const theirs = Object.entries(values).filter(([name]) => name.startsWith('_theirs.'))
  return (
    <>
      {theirs.map(([name, value]) =>
        [value ?? []].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
      {compared.length > 0 && (
        <Notice kind="warning" heading={words.comparedHeading}>
          <p>{words.comparedLead}</p>
          <Diff before={words.theirs} after={words.mine} changes={compared} />
        </Notice>
      )}
    </>
  )
}

export const examples: Example[] = [
  {
    name: 'BothVersions 見比べる',
    render: () => (
      <BothVersions
        form={{
          ...exampleForm,
          compared: [{ label: '場所', before: '駅前広場', after: '市民公園' }],
        }}
      />
    ),
  },
]
