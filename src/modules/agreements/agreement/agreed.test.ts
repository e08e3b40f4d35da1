import { describe, expect, test } from 'vitest'
import { charterOf } from '../../../../test/rounds.ts'
import { aParty } from '../../../../test/texts.ts'
import type { Draft } from '../../texts/index.ts'
import { AgreementForm } from './agreed.ts'

const charter = charterOf('charters/kawaguchi')
const kindOf = (standard: string) => charter.actors.find((one) => one.standard === standard && !one.gathers)!.key
const known = [
  aParty('c', 1, '市', 'city', kindOf('city')),
  aParty('g', 7, 'みどりの会', 'group', kindOf('civic-group')),
  aParty('o', 8, 'あおぞら会', 'group', kindOf('civic-group')),
]

const whole: Draft = {
  title: '花壇',
  kind: 'agreement',
  parties: [{ party: 'みどりの会' }, { party: '市' }],
  purpose: '花を育てる。',
  targets: [{ indicator: '人数', value: '240', unit: '人', by: 'R9.3.31' }],
  roles: [
    { party: 'g', does: '集める', kind: 'people', brings: '会員' },
    { party: 'c', does: '苗を用意する' },
  ],
  starts_on: '令和8年12月1日',
  ends_on: '2027-03-31',
}

/** The sentences by field for a draft that this charter does not let be offered. */
function wrong(over: Draft): Record<string, string> {
  const result = AgreementForm({ charter, known, amends: false }).safeParse({ ...whole, ...over })
  return Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('a draft that the charter does not let be offered', () => {
  test.each<[string, Draft, string, RegExp]>([
    ['without a kind', { kind: '' }, 'kind', /種類を選んで/],
    ['of a kind the charter does not know', { kind: 'treaty' }, 'kind', /種類を選んで/],
    ['without a target', { targets: [] }, 'targets', /目標を一つ以上/],
    [
      'with a party without a role',
      { roles: [{ party: 'g', does: '集める' }] },
      'roles',
      /役割のない当事者があります（市）/,
    ],
    ['ending before it begins', { ends_on: '2026-11-30' }, 'ends_on', /始まりの日より後/],
    ['with a form that this kind does not agree on', { kind: 'mutual', form: 'grant' }, 'form', /では取り決めません/],
  ])('%s says so at the field', (_, over, field, sentence) => {
    expect(wrong(over)[field]).toMatch(sentence)
  })
})

test('a light kind asks for no targets, and one role may be everybody’s', () => {
  const light = { kind: 'mutual', parties: [{ party: 'みどりの会' }, { party: '8番' }], targets: [], roles: [] }
  expect(wrong({})).toEqual({})
  expect(wrong(light)).toEqual({})
  expect(wrong({ roles: [{ party: 'all', does: 'ともに手入れする' }] })).toEqual({})
})
