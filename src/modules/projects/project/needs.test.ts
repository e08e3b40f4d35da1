import { expect, test } from 'vitest'
import { sixthCity } from '../../../../test/charters.ts'
import { missingNeeds } from './needs.ts'

test('an agreement that was given up is none: where a form asks for one, the work does not begin', () => {
  const form = sixthCity.forms[0]!
  const charter = { ...sixthCity, forms: [{ ...form, needs: ['agreement' as const] }] }
  const agreement = {
    ref: 'r8-agreement-0001',
    parties: 2,
    signed: 2,
    purpose: true,
    targets: 1,
    roles: 2,
    in_force_on: '2026-11-25',
  }
  const missing = (given_up_on: string | null) =>
    missingNeeds(charter, {
      forms: [form.key],
      facts: { agreement: { ...agreement, given_up_on } },
      budget_yen: null,
      starts_on: null,
      ends_on: null,
      parties: [],
      targets: [],
      place: '',
      wards: [],
      particulars: {},
    }).map(({ need }) => need)
  expect([missing(null), missing('2026-12-20')]).toEqual([[], ['agreement']])
})
