import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  continuationRuling,
  countsAsCollaboration,
  evaluatingSides,
  evaluationSheet,
  formRequirements,
  formRuling,
  formsOffered,
  guideStep,
  isCityKind,
  label,
  ownText,
  principleEvidence,
  principlesAt,
  proposalFields,
  proposerRuling,
  reasonRequired,
  registrableKinds,
  scopeRuling,
  termRuling,
  word,
  zoneRuling,
} from './rules.ts'
import { readCharter } from './schema/read.ts'
import type { Charter } from './schema.ts'

const read = readCharter('test/sixth-city', 'charters/common')
if ('problems' in read) throw new Error('the sixth city must be readable')
const charter = read.charter

/** The same charter after the city has changed its mind. */
function revised(change: (draft: Charter) => void): Charter {
  const draft = structuredClone(charter)
  change(draft)
  return draft
}

const kinds = (...list: string[]) => list.map((kind) => ({ kind }))
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)

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

  test('the city’s kinds are those the charter says are the city', () => {
    expect([isCityKind(charter, 'city'), isCityKind(charter, 'boat'), isCityKind(charter, 'moon')]).toEqual([
      true,
      false,
      false,
    ])
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
})

describe('principles', () => {
  test('a principle with a step binds at that step only, one without binds everywhere', () => {
    expect(keys(principlesAt(charter, 'proposal'))).toEqual(['faith', 'song'])
    expect(keys(principlesAt(charter, 'work'))).toEqual(['faith', 'ledger', 'song'])
    expect(keys(principlesAt(charter, 'tide'))).toEqual(['ledger'])
    const moved = revised(({ principleSteps }) => {
      principleSteps[0]!.stages = ['proposal']
    })
    expect(keys(principlesAt(moved, 'proposal'))).toContain('ledger')
  })

  test('a principle may ask for no evidence at all', () => {
    expect(principleEvidence(charter).find(({ principle }) => principle.key === 'faith')).toMatchObject({
      evidence: [],
      question: undefined,
      binding: true,
    })
  })
})

describe('evaluation', () => {
  test('the sheet has the charter’s phases in their order, with manners asked in one of them', () => {
    const { phases } = evaluationSheet(charter)
    expect(keys(phases)).toEqual(['ebb', 'turn', 'rise', 'flood'])
    expect(keys(phases[2]!.questions)).toEqual(['work', 'principle-song'])
    expect(phases[2]!.questions[1]!.required).toBe(false)
    const silent = revised(({ principles }) => {
      principles[2]!.question = undefined
    })
    expect(keys(evaluationSheet(silent).phases[2]!.questions)).toEqual(['work'])
  })

  test('each party answers where the charter says each, and a side together where it does not', () => {
    const answers = evaluatingSides(charter, kinds('boat', 'fishers', 'hill', 'city', 'city'))
    expect(answers.map(({ side, parties }) => [side.key, parties.length])).toEqual([
      ['shore', 1],
      ['shore', 1],
      ['hill', 1],
      ['city', 2],
      ['elders', 0],
    ])
  })

  test('a side answers party by party as soon as the charter says each', () => {
    const apart = revised(({ evaluation }) => {
      evaluation.sides[2]!.each = true
    })
    expect(
      evaluatingSides(apart, kinds('boat', 'city', 'city')).filter(({ side }) => side.key === 'city'),
    ).toHaveLength(2)
  })

  test('where all stand on one side, each answers for itself', () => {
    expect(evaluatingSides(charter, kinds('city', 'city')).filter(({ side }) => !side.outside)).toHaveLength(2)
  })

  test('a low mark must be explained, by the charter’s own limit', () => {
    expect(['S', 'A', 'B', 'C', '?'].map((mark) => reasonRequired(charter, mark))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
    expect(reasonRequired(charter, 10)).toBe(true)
    const lenient = revised(({ evaluation }) => {
      evaluation.scale.reasonBelow = undefined
    })
    expect(reasonRequired(lenient, 'C')).toBe(false)
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

  test('each track has its own form, with the charter’s lists to choose from', () => {
    const [section] = proposalFields(charter, 'petitions')
    expect(section?.fields.map(({ key, choices }) => [key, keys(choices)])).toEqual([
      ['where', ['sea', 'sand', 'sky']],
      ['bay', ['east', 'west']],
      ['wish', []],
    ])
    expect(proposalFields(charter, 'petitions', 'city')[0]?.fields[0]).toMatchObject({ key: 'word', limit: 10 })
    expect(proposalFields(charter, 'unknown')).toEqual([])
  })
})

describe('words and the guide', () => {
  test('a reader without a translation reads Japanese', () => {
    expect(label({ ja: '縁', en: 'tie' }, 'en')).toBe('tie')
    expect(label({ ja: '縁' }, 'easy')).toBe('縁')
    expect(label(undefined)).toBe('')
    expect(word(charter, 'agreement', 'en')).toBe('Letter of ties')
    expect(word(charter, 'casebook')).toBe('事例集')
  })

  test('what the city wrote stays the same when the product words anew what all share', () => {
    const reworded = revised(({ common }) => {
      common.words.casebook = { ja: '事例の本' }
    })
    expect(word(reworded, 'casebook')).toBe('事例の本')
    expect(ownText(reworded)).toEqual(ownText(charter))
  })

  test('what counts as collaboration is the charter’s to say', () => {
    expect(countsAsCollaboration(charter, 'passive')).toBe(true)
    const strict = revised(({ participation }) => {
      participation[0]!.countsAsCollaboration = false
    })
    expect(countsAsCollaboration(strict, 'passive')).toBe(false)
  })

  test('the guide asks on until it knows', () => {
    expect(guideStep(charter, {}).question?.key).toBe('place')
    expect(guideStep(charter, { place: 'sea' }).question?.key).toBe('who')
    expect(guideStep(charter, { place: 'sea', who: 'yes' }).outcome?.key).toBe('tie')
    expect(guideStep(charter, { place: 'sky' }).outcome?.collaboration).toBe(false)
    expect(guideStep(charter, { place: 'made up' }).question?.key).toBe('place')
    const way = guideStep(charter, { place: 'sea', who: 'yes', other: 'yes' }).given
    expect(way.map(({ question, answer }) => [question.key, answer.key])).toEqual([
      ['place', 'sea'],
      ['who', 'yes'],
    ])
  })
})
