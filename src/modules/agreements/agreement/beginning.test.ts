import { describe, expect, test } from 'vitest'
import { charterOf } from '../../../../test/rounds.ts'
import { aParty } from '../../../../test/texts.ts'
import { type Charter, programme } from '../../charters/index.ts'
import { beginWith, kindFrom, type Source } from './beginning.ts'

const charter = charterOf('charters/kawagoe')
const own = aParty('g', 7, '坂上地区自治会連合会')
const parties = [own, aParty('c', 1, '川越市', 'city')]

const from: Source = {
  title: '坂の上の買い物便',
  programme: 'proposal-grant',
  track: programme(charter, 'proposal-grant')!.tracks[0]!.key,
  contents: null,
  conditions: '',
}
const begin = (one: Charter, source: Source, kind = 'agreement') =>
  beginWith({ asked: one, charter: one }, source, { title: source.title, kind, parties, known: parties })

describe('begun from an adopted proposal', () => {
  test('the conditions of its adoption are said, in their own words', () => {
    expect(begin(charter, { ...from, conditions: '保険に入ること' }).left.at(-1)).toBe(
      '採択には条件が付いています。文面に書き入れてください。「保険に入ること」',
    )
    expect(begin(charter, from).left.join()).not.toContain('条件')
  })

  test('of several forms none is guessed: the people choose', () => {
    const yoshikawa = charterOf('charters/yoshikawa')
    const { key, tracks } = yoshikawa.programmes.find(({ tracks }) => tracks.some(({ forms }) => forms.length > 3))!
    const source = { ...from, programme: key, track: tracks.find(({ forms }) => forms.length > 3)!.key }
    const kind = kindFrom({ asked: yoshikawa, charter: yoshikawa }, source)
    const { draft, left, carried } = begin(yoshikawa, source, kind)
    expect([draft.form, carried.includes('形')]).toEqual([undefined, false])
    expect(left).toContain('提案の区分には形がいくつかあります。どの形にするかを選んでください。')
  })

  test('the kind is the one in which the form of its track is agreed on, and no other kind takes the form', () => {
    expect(kindFrom({ asked: charter, charter }, from)).toBe('agreement')
    expect(begin(charter, from).draft.form).toBe('proposal-grant')
    expect(begin(charter, from, 'memo').draft.form).toBeUndefined()
  })
})
