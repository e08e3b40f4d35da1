import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sixthCity as charter, keys, kinds, revised } from '../../../test/charters.ts'
import { registrableKinds } from './charter/parties.ts'
import { continuationRuling, formRuling, proposerRuling, scopeRuling, termRuling, zoneRuling } from './may.ts'

describe('who collaborates with whom', () => {
  test('a party of a kind that the charter does not know is refused', () => {
    expect(scopeRuling.why(charter, kinds('boat', 'hill', 'moon'))).toMatchObject({
      because: expect.stringContaining('「moon」'),
    })
  })

  test('nobody takes part as a gathering term', () => {
    expect(scopeRuling(charter, kinds('shore', 'hill', 'city'))).toBe(false)
    expect(keys(registrableKinds(charter))).not.toContain('shore')
  })

  test('the refusal is the charter’s own sentence for the case', () => {
    expect(scopeRuling.why(charter, kinds('boat', 'hill'))).toMatchObject({ because: '三方のうち市が欠けています。' })
    expect(scopeRuling.why(charter, kinds('boat', 'city'))).toMatchObject({
      because: '浜・丘・市の三方がそろっていません。',
    })
  })

  test('where the charter has no sentence for the case, what it knows is named', () => {
    expect(scopeRuling.why(charter, kinds('boat'))).toMatchObject({ because: expect.stringContaining('「三方の縁」') })
  })

  test('a kind stands for the kinds above it', () => {
    expect(scopeRuling(charter, kinds('boat', 'hill', 'city'))).toBe(true)
    const cut = revised(({ actors }) => {
      actors.find(({ key }) => key === 'boat')!.parent = undefined
    })
    expect(scopeRuling(cut, kinds('boat', 'hill', 'city'))).toBe(false)
  })

  test('the city alone is refused until the charter says otherwise', () => {
    expect(scopeRuling(charter, kinds('city', 'city'))).toBe(false)
    const open = revised(({ scope }) => {
      scope.patterns[0]!.slots = [{ kinds: ['city'], atLeast: 2 }]
    })
    expect(scopeRuling(open, kinds('city', 'city'))).toBe(true)
  })

  test('one party fills one place, whatever the order of parties and places', () => {
    const either = revised(({ scope }) => {
      scope.patterns[0]!.slots = [
        { kinds: ['shore', 'hill'], atLeast: 2 },
        { kinds: ['hill'], atLeast: 1 },
      ]
    })
    fc.assert(
      fc.property(fc.array(fc.constantFrom('boat', 'fishers', 'hill'), { maxLength: 6 }), (list) => {
        const fits = list.length >= 3 && list.includes('hill')
        expect(scopeRuling(either, kinds(...list))).toBe(fits)
        expect(scopeRuling(either, kinds(...list.toReversed()))).toBe(fits)
      }),
    )
  })
})

describe('zones and forms', () => {
  test('a zone outside collaboration is refused with the charter’s reason, and opens when the charter opens it', () => {
    expect(zoneRuling.why(charter, 'sky')).toMatchObject({ because: '空は誰のものでもないので、縁にできません。' })
    expect(zoneRuling.why(charter, 'nowhere')).toMatchObject({ because: expect.stringContaining('縁どころ') })
    const open = revised(({ zones }) => {
      zones[2]!.collaboration = true
    })
    expect(zoneRuling(open, 'sky')).toBe(true)
  })

  test('a form is refused in a zone that does not have it, and the zones that have it are named', () => {
    expect(formRuling.why(charter, 'shared-shore', 'sea')).toMatchObject({
      because: expect.stringContaining('「砂浜」で選べます'),
    })
    expect(formRuling(charter, 'unknown')).toBe(false)
    expect(formRuling(charter, 'shared-shore', 'sand')).toBe(true)
  })
})

describe('going on', () => {
  const ready = { evaluated: true, years: 3, renewals: 1, done: ['joint-talk', 'committee-opinion'] as const }

  test('a project is not continued before what the charter asks for', () => {
    expect(continuationRuling.why(charter, { ...ready, done: [] })).toMatchObject({
      because: expect.stringContaining('「ふりかえりの話し合い」「委員会の意見」'),
    })
    expect(continuationRuling(charter, ready)).toBe(true)
  })

  test('a project not evaluated is continued only where no evaluation is asked for', () => {
    expect(continuationRuling(charter, { ...ready, evaluated: false })).toBe(true)
    const strict = revised(({ evaluation }) => {
      evaluation.requiredForContinuation = true
    })
    expect(continuationRuling.why(strict, { ...ready, evaluated: false })).toMatchObject({
      because: '潮どきの前に車座が要ります。',
    })
  })

  test('a project goes on for the years and renewals of the charter and no longer', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(6), (years, renewals) => {
        expect(continuationRuling(charter, { ...ready, years, renewals })).toBe(years <= 7 && renewals <= 3)
      }),
    )
  })

  test('a term needs an end, after its beginning, within the longest term', () => {
    const term = (starts_on: string, ends_on: string | null) => termRuling.why(charter, { starts_on, ends_on })
    expect(term('2026-04-01', null)).toMatchObject({ because: expect.stringContaining('潮どき') })
    expect(term('2026-04-01', '2026-03-31')).toMatchObject({ allowed: false })
    expect(term('2026-04-01', '2028-04-01')).toMatchObject({ because: expect.stringContaining('2年以内') })
    expect(term('2026-04-01', '2028-03-31')).toMatchObject({ allowed: true })
  })

  test('without a time limit a term may stay open', () => {
    const endless = revised((draft) => {
      draft.timeLimit = undefined
    })
    expect(termRuling(endless, { starts_on: '2026-04-01', ends_on: null })).toBe(true)
    expect(continuationRuling(endless, { evaluated: false, years: 99, renewals: 99 })).toBe(true)
  })
})

describe('proposing', () => {
  test('a kind that the track does not welcome is told who is welcome', () => {
    expect(proposerRuling.why(charter, 'petitions', 'hill', 'shore')).toMatchObject({
      because: expect.stringContaining('「浜の人」'),
    })
    expect(proposerRuling.why(charter, 'unknown', 'hill')).toMatchObject({ because: expect.stringContaining('縁願い') })
    expect(proposerRuling(charter, 'petitions', 'boat', 'shore')).toBe(true)
    expect(proposerRuling(charter, 'petitions', 'hill')).toBe(true)
    const wider = revised(({ programmes }) => programmes[0]!.tracks[0]!.proposers.push('hill'))
    expect(proposerRuling(wider, 'petitions', 'hill', 'shore')).toBe(true)
  })
})
