import { describe, expect, test } from 'vitest'
import { charterOf } from '../../../test/rounds.ts'
import { type Actor, nobody } from '../../platform/actor.ts'
import { mayActFor, mayBeOfKind, mayEditParty, mayRegisterParty, maySignFor } from './may.ts'
import type { MembershipRole } from './tables.ts'

const section: Actor = { ...nobody(1), posts: [{ role: 'section', department_id: null, joined: new Date(0) }] }
const as = (role: MembershipRole): Actor => ({
  ...nobody(1),
  parties: [{ party_id: 'p', name: '', kind: '', is_city: false, roles: [role], joined: {} }],
})

describe('what a part in a party lets a person do', () => {
  test.each([
    ['representative', true, true, false],
    ['secretary', true, true, false],
    ['signatory', false, false, true],
    ['member', false, false, false],
  ] as const)('%s', (role, acts, edits, signs) => {
    const actor = as(role)
    expect([mayActFor(actor, 'p'), mayEditParty(actor, { id: 'p' }), maySignFor(actor, 'p')]).toEqual([
      acts,
      edits,
      signs,
    ])
    expect([mayActFor(actor, 'q'), mayEditParty(actor, { id: 'q' }), maySignFor(actor, 'q')]).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('the register', () => {
  const charter = charterOf('charters/kawaguchi')

  test('the section registers and edits all, and signs for none', () => {
    expect([mayRegisterParty(section), mayEditParty(section, { id: 'p' })]).toEqual([true, true])
    expect([mayActFor(section, 'p'), maySignFor(section, 'p')]).toEqual([false, false])
    expect(mayRegisterParty.why(as('representative'))).toMatchObject({ until: 'never' })
  })

  test('a kind that a party has it may keep; another is the section’s to give, and the charter’s to know', () => {
    expect(mayBeOfKind(as('representative'), charter, 'x', 'x')).toBe(true)
    expect(mayBeOfKind(as('representative'), charter, 'civic-group', 'x')).toBe(false)
    expect(mayBeOfKind(section, charter, 'no-such-kind', 'x')).toBe(false)
  })
})
