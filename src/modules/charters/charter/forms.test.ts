import { expect, test } from 'vitest'
import { sixthCity as charter, keys, revised } from '../../../../test/charters.ts'
import { formRequirements, formsOffered } from './forms.ts'

test('the forms offered change with the zone, and with the charter', () => {
  expect(keys(formsOffered(charter, 'sea'))).toEqual(['shared-net'])
  expect(keys(formsOffered(charter, 'sand'))).toEqual(['shared-net', 'shared-shore'])
  expect(formsOffered(charter)).toHaveLength(2)
  const more = revised(({ zones }) => zones[0]!.forms.push('shared-shore'))
  expect(keys(formsOffered(more, 'sea'))).toContain('shared-shore')
})

test('a form asks for a step that others do not', () => {
  expect(formRequirements(charter, 'shared-shore')?.steps.map(({ label: { ja } }) => ja)).toEqual([
    '浜歩き(三方で浜を歩く)',
  ])
  expect(formRequirements(charter, 'shared-net')).toMatchObject({ steps: [], needs: ['roles'] })
  expect(formRequirements(charter, 'unknown')).toBeUndefined()
  const lawful = revised(({ forms }) => forms[0]!.legalNotes.push('subsidy-public-need'))
  expect(formRequirements(lawful, 'shared-net')?.legalNotes.map(({ law }) => law)).toEqual(['地方自治法'])
})
