import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { testTitles, titlesIn } from '../src/commands/test-titles.ts'
import { CoveragePlan, coverage, coverageGaps, coverageOf } from '../src/modules/charters/charter/coverage.ts'
import { evaluatingSides, evaluationSheet } from '../src/modules/charters/charter/evaluation.ts'
import { formsOffered } from '../src/modules/charters/charter/forms.ts'
import { guideStep } from '../src/modules/charters/charter/guide.ts'
import {
  actorKind,
  countsAsCollaboration,
  isCityKind,
  isWithin,
  registrableKinds,
} from '../src/modules/charters/charter/parties.ts'
import { word } from '../src/modules/charters/charter/phrases.ts'
import { stepsTo } from '../src/modules/charters/charter/places.ts'
import { principleEvidence, principlesAt } from '../src/modules/charters/charter/principles.ts'
import { openToProposals, proposalFields } from '../src/modules/charters/charter/programmes.ts'
import { charterJsonSchema, readCharter } from '../src/modules/charters/charter/read.ts'
import { readFolder } from '../src/modules/charters/documents/folder.ts'
import type { Charter } from '../src/modules/charters/index.ts'
import {
  continuationRuling,
  formRuling,
  proposerRuling,
  scopeRuling,
  termRuling,
  zoneRuling,
} from '../src/modules/charters/may.ts'

function charterOf(city: string): Charter {
  const read = readCharter(`charters/${city}`)
  if ('problems' in read)
    throw new Error(`${city}: ${read.problems[0]?.file}:${read.problems[0]?.line} ${read.problems[0]?.en}`)
  return read.charter
}

const kawaguchi = charterOf('kawaguchi')
const kawagoe = charterOf('kawagoe')
const yoshikawa = charterOf('yoshikawa')
const iruma = charterOf('iruma')
const kawasaki = charterOf('kawasaki')
const all = [kawaguchi, kawagoe, yoshikawa, iruma, kawasaki]

const kinds = (...list: string[]) => list.map((kind) => ({ kind }))
const times = (count: number, kind: string) => Array<{ kind: string }>(count).fill({ kind })
const ja = (list: readonly { label: { ja: string } }[]) => list.map(({ label }) => label.ja)
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)
const because = (text: string) => ({ because: expect.stringContaining(text) })

describe('where the five disagree, each stands', () => {
  test('D-1 two groups without the city are a project in Kawaguchi and are refused, with the reason, in Yoshikawa', () => {
    expect(scopeRuling(kawaguchi, kinds('civic-group', 'neighbourhood'))).toBe(true)
    expect(scopeRuling.why(yoshikawa, kinds('civic-group', 'civic-group'))).toMatchObject(
      because('市民と行政との協働です'),
    )
    expect(scopeRuling.why(kawagoe, kinds('npo', 'local-organisation'))).toMatchObject(
      because('「共助」として大切にし'),
    )
    expect(scopeRuling.why(iruma, kinds('civic-group', 'civic-group'))).toMatchObject(
      because('市を当事者に加えてください'),
    )
    expect(scopeRuling(kawasaki, times(12, 'shopping-street'))).toBe(true)
    expect(scopeRuling.why(kawasaki, kinds('civic-group', 'civic-group'))).toMatchObject(because('商店街どうしの協定'))
  })

  test('D-1 with the city, each accepts; three parties and forty-three too', () => {
    expect(scopeRuling(kawaguchi, kinds('city', 'citizen'))).toBe(true)
    expect(scopeRuling(kawagoe, kinds('administration', 'university'))).toBe(true)
    expect(scopeRuling(yoshikawa, kinds('administration', 'company'))).toBe(true)
    expect(scopeRuling(iruma, kinds('city', 'other-group'))).toBe(true)
    expect(scopeRuling(kawasaki, kinds('company', 'civic-group', 'city'))).toBe(true)
    expect(scopeRuling(kawasaki, [...times(40, 'company'), ...kinds('city', 'ward', 'council')])).toBe(true)
    for (const charter of all) {
      const city = registrableKinds(charter).filter(({ key }) => isCityKind(charter, key))
      expect(scopeRuling(charter, [...times(2, city[0]!.key)]), charter.city.slug).toBe(false)
    }
  })

  test('D-2 each city counts parties by its own kinds', () => {
    expect(ja(registrableKinds(kawaguchi))).toEqual(['市民', '地縁団体', '市民団体', '事業者', '教育機関等', '市'])
    expect(ja(kawagoe.actors.filter(({ parent }) => !parent))).toEqual(['市民', '民間団体', '事業者', '行政'])
    expect(ja(yoshikawa.actors.filter(({ parent }) => !parent))).toEqual(['市民', '行政'])
    expect(ja(iruma.actors.filter(({ parent }) => !parent))).toEqual([
      '市民',
      '市民活動団体等',
      '中間支援組織',
      '事業者等',
      '市',
    ])
    expect(ja(kawasaki.actors)).toEqual(['市民活動団体', '企業', '地域住民', '商店街', '協議会', '市', '区(区役所)'])
  })

  test('D-3 a university is a business in Kawagoe and a supporting school in Kawaguchi', () => {
    expect(isWithin(kawagoe, 'university', 'business')).toBe(true)
    expect(actorKind(kawaguchi, 'school')).toMatchObject({ role: 'supporter', standard: 'school' })
    expect(proposerRuling(kawagoe, 'proposal-grant', 'university')).toBe(true)
    expect(proposerRuling.why(kawaguchi, 'proposal-scheme', 'school')).toMatchObject(because('「市民等」です'))
  })

  test('D-4 a neighbourhood association is a kind of its own, or inside another, or not named', () => {
    expect(actorKind(kawaguchi, 'neighbourhood')?.examples.map((example) => example.ja)).toContain('マンション管理組合')
    expect(isWithin(kawagoe, 'local-organisation', 'private-group')).toBe(true)
    expect(isWithin(iruma, 'other-group', 'groups')).toBe(true)
    expect(yoshikawa.actors.some(({ standard }) => standard === 'neighbourhood-association')).toBe(false)
  })

  test('D-5 each has its own principles, in its own groups and order', () => {
    const groups = (charter: Charter) =>
      charter.principleGroups.map(({ key }) => charter.principles.filter(({ group }) => group === key).length)
    expect([kawaguchi, kawagoe, yoshikawa, iruma, kawasaki].map(groups)).toEqual([[2, 2, 8], [7], [4, 4], [6], [6]])
    expect(ja(principleEvidence(kawagoe).map(({ principle }) => principle))).toEqual([
      '情報公開・情報共有',
      '相互理解',
      '目的共有',
      '自主性・自立性尊重',
      '対等',
      '役割分担',
      '評価',
    ])
    expect(ja(principlesAt(iruma, 'step-1'))).toEqual(['対等', '公開'])
    expect(ja(principlesAt(iruma, 'step-2'))).toEqual(['協議', '相互理解'])
    expect(ja(principlesAt(iruma, 'step-3'))).toEqual(['目的共有', '時限性'])
    expect(ja(principlesAt(kawagoe, 'evaluation'))).toEqual(['評価'])
    expect(kawasaki.principles.every(({ origin }) => origin === 'city-site')).toBe(true)
  })

  test('D-6 what only one has is asked for only there', () => {
    const facts = { evaluated: false, years: 1, renewals: 1 }
    expect(continuationRuling.why(iruma, facts)).toMatchObject(because('時限性の原則により'))
    for (const charter of [kawaguchi, kawagoe, yoshikawa, kawasaki])
      expect(continuationRuling(charter, facts)).toBe(true)
    expect(termRuling.why(iruma, { starts_on: '2026-04-01', ends_on: null })).toMatchObject(because('時限性'))
    expect(ja(kawagoe.help)).toEqual(['自助', '共助', '公助'])
    expect(evaluationSheet(yoshikawa).phases[1]!.questions.map(({ label }) => label.ja)).toContain(
      '踏み込み過ぎず、適切な距離を保てましたか',
    )
    expect(ja(kawasaki.resources)).toEqual(['活動の場', '資金の確保', '人材育成', '情報の共有化'])
    expect(all.map(({ resources }) => resources.length)).toEqual([0, 0, 0, 0, 4])
  })

  test('D-7 each offers its own forms', () => {
    expect(ja(formsOffered(yoshikawa))).toEqual([
      '共催',
      '後援',
      '事業協力',
      'アダプト制度',
      '企画立案・計画立案への参加',
      '実行委員会等',
      '委託',
      '補助',
      '指定管理者制度',
    ])
    expect(iruma.forms).toHaveLength(9)
    expect(formRuling.why(iruma, 'adopt', 'citizens-lead')).toMatchObject(because('「市民・行政(対等)」で選べます'))
    expect(iruma.forms.some(({ standard }) => standard === 'designated-manager')).toBe(false)
    expect(ja(formsOffered(kawagoe)).slice(0, 2)).toEqual(['協働委託事業', '提案型協働事業補助金'])
    expect(ja(formsOffered(kawasaki))).toEqual(expect.arrayContaining(['覚書', '協定', '協議会']))
  })

  test('D-8 アダプト in one city is アドプト in another', () => {
    expect([word(yoshikawa, 'adopt'), word(iruma, 'adopt')]).toEqual(['アダプト制度', 'アドプト制度'])
    expect(ja(formsOffered(iruma, 'equal'))).toContain('アドプト制度')
  })

  test('D-9 each sorts collaboration in its own way', () => {
    expect(ja(kawaguchi.roles)).toEqual(['社会との協働', '地域における協働', '市との協働'])
    expect(kawagoe.path?.steps.map(({ sign }) => sign)).toEqual(['加', '輪', '互', '笑'])
    expect(yoshikawa.startTypes.map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D'])
    expect([iruma.areas.length, iruma.zones.length]).toEqual([3, 5])
    const forms = iruma.zones.map(({ key }) => ja(formsOffered(iruma, key)).toSorted())
    expect(forms).toEqual([
      [],
      ['事業協力', '後援', '補助・助成'],
      ['アドプト制度', '共催', '協働委託', '実行委員会'].toSorted(),
      ['事業協力', '委託', '政策提案'],
      [],
    ])
  })

  test('D-10 evaluation has each city’s phases, sides and weight', () => {
    expect(ja(evaluationSheet(yoshikawa).phases)).toEqual(['導入', '過程', '成果'])
    expect(yoshikawa.evaluation.publication).toMatchObject({ required: true, origin: 'document' })
    expect(evaluatingSides(yoshikawa, kinds('administration', 'civic-group')).map(({ side }) => side.label.ja)).toEqual(
      ['市民の目線', '行政の目線'],
    )
    expect(evaluatingSides(kawaguchi, kinds('civic-group', 'neighbourhood'))).toHaveLength(2)
    expect(iruma.evaluation.requiredForContinuation).toBe(true)
    expect(keys(iruma.evaluation.cycle)).toEqual(['plan', 'do', 'check', 'action'])
    expect(kawasaki.evaluation.origin).toBe('product-default')
    expect(kawaguchi.evaluation.selfInspection[0]?.label.ja).toContain('協働推進委員会')
  })

  test('D-11 協働推進員 serves the public in Kawaguchi and is a staff post in Iruma', () => {
    const called = (charter: Charter) => charter.bodies.find(({ label }) => label.ja.endsWith('協働推進員'))
    expect(called(kawaguchi)).toMatchObject({ kind: 'coordinator', serves: 'public' })
    expect(called(kawaguchi)?.functions).toHaveLength(7)
    expect(called(iruma)).toMatchObject({ kind: 'staff-post', serves: 'staff' })
    expect([word(kawaguchi, 'coordinator'), word(iruma, 'coordinator')]).toEqual(['協働推進員', '協働コーディネーター'])
  })

  test('D-12 what is excluded is excluded for the city’s own reason', () => {
    expect(guideStep(yoshikawa, { benefit: 'no' }).outcome).toMatchObject({ collaboration: false })
    expect(zoneRuling.why(iruma, 'city-alone')).toMatchObject(because('公権力の行使'))
    expect(zoneRuling.why(iruma, 'citizens-alone')).toMatchObject(because('私益'))
    expect(guideStep(iruma, { law: 'yes' }).outcome).toMatchObject({ collaboration: false, area: 'city-duty' })
    expect(zoneRuling(iruma, 'equal')).toBe(true)
    expect(kawaguchi.scope.excludes).toEqual([])
  })

  test('D-13 the charter’s legal strength is that of its document', () => {
    const strength = (charter: Charter) =>
      charter.documents.filter(({ standing }) => standing === 'charter').map(({ kind }) => kind)
    expect(all.map(strength)).toEqual([
      ['ordinance'],
      ['guideline'],
      ['guideline'],
      ['guideline'],
      ['ordinance', 'rule'],
    ])
    const begins = kawaguchi.documents[0]!.articles.map(({ number, inForceOn }) => [number, inForceOn])
    expect(begins.filter(([, on]) => on === '2013-04-01').map(([number]) => number)).toEqual(['11', '12', '13'])
    expect(begins).toHaveLength(16)
  })

  test('D-14 only Kawasaki is divided, into seven wards with budgets', () => {
    expect(all.map(({ territory }) => territory.divided)).toEqual([false, false, false, false, true])
    expect(ja(kawasaki.territory.units)).toEqual(['川崎区', '幸区', '中原区', '高津区', '宮前区', '多摩区', '麻生区'])
    expect(kawasaki.territory.budgetPerUnit.map(({ amountYen }) => amountYen)).toEqual([50_000_000, 55_000_000])
    expect(
      proposalFields(kawasaki, 'local-issues')[0]!.fields.find(({ key }) => key === 'wards')!.choices,
    ).toHaveLength(7)
  })

  test('D-15 money comes by each city’s own ways', () => {
    expect(ja(kawaguchi.programmes.filter(({ kind }) => kind === 'fund' || kind === 'grant'))).toEqual([
      '市民活動助成事業',
      '協働推進事業助成金',
      'ボランティアひとづくり基金',
    ])
    expect(ja(kawagoe.forms.filter(({ needs }) => needs.includes('money')))).toEqual([
      '協働委託事業',
      '提案型協働事業補助金',
    ])
    expect(iruma.programmes[0]!.supports.map(({ label }) => label.ja)).toEqual([
      '情報提供',
      '情報発信',
      '人的支援',
      '経費等',
    ])
    expect(kawasaki.programmes.find(({ kind }) => kind === 'ward')?.formerNames).toHaveLength(4)
  })
})

describe('the figures of the documents', () => {
  test('the fund’s balances follow from one another, to the yen', () => {
    const [fund] = kawaguchi.figures
    expect(fund?.rows.map(({ values }) => values.closing)).toEqual([
      90_723_656, 86_028_966, 80_897_433, 76_958_088, 73_868_961,
    ])
    expect(fund?.balance?.openingYen).toBe(94_281_312)
    expect(fund?.yearKind).toBe('fiscal')
  })

  test('the committee’s meetings are counted by calendar year and add up', () => {
    const committee = kawaguchi.bodies.find(({ key }) => key === 'committee')!
    const sum = (pick: (count: { meetings: number; reports: number }) => number) =>
      committee.meetingCounts.reduce((total, count) => total + pick(count), 0)
    expect([sum(({ meetings }) => meetings), sum(({ reports }) => reports)]).toEqual([15, 2])
    expect(committee.meetingCounts.every(({ yearKind }) => yearKind === 'calendar')).toBe(true)
    expect(kawaguchi.fields).toHaveLength(15)
    expect(committee.seats).toHaveLength(4)
  })

  test('Kawasaki’s projects stand by fiscal year', () => {
    expect(kawasaki.figures[0]!.rows.map(({ year, values }) => [year, values.projects])).toEqual([
      [2008, 184],
      [2009, 179],
      [2010, 185],
      [2011, 165],
      [2012, 168],
    ])
  })
})

describe('what each city can be run by', () => {
  test('a group can propose in every city, on a form of its own', () => {
    for (const charter of all) {
      const programmes = openToProposals(charter)
      expect(programmes.some(({ tracks }) => tracks.some(({ proposedBy }) => proposedBy === 'citizen'))).toBe(true)
      for (const { key, tracks } of programmes)
        for (const track of tracks)
          expect(proposalFields(charter, key, track.key).length, `${charter.city.slug} ${key}`).toBeGreaterThan(0)
    }
  })

  test('only active participation counts as collaboration in Yoshikawa', () => {
    expect([countsAsCollaboration(yoshikawa, 'active'), countsAsCollaboration(yoshikawa, 'passive')]).toEqual([
      true,
      false,
    ])
  })

  test('nothing of ours is given out as the city’s', () => {
    for (const charter of all) {
      const { calendar, review } = charter.programmes.find(({ tracks }) => tracks.length > 0)!
      for (const entry of [...calendar, ...(review ? [review] : []), charter.evaluation.scale])
        expect(entry.origin, charter.city.slug).toBe('product-default')
    }
  })

  test('every entry said to come from a document names the item', () => {
    const nameless = all.flatMap((charter) => unsourced(charter, charter.city.slug))
    expect(nameless).toEqual([])
    const sixth = readCharter('test/sixth-city', 'charters/common')
    expect(
      'charter' in sixth && unsourced(sixth.charter, '').length,
      'a charter without sources is noticed',
    ).toBeGreaterThan(20)
  })

  test('main labels are in plain Japanese and English too', () => {
    for (const charter of all)
      for (const list of [
        charter.actors,
        charter.principles,
        charter.forms,
        charter.zones,
        charter.principleGroups,
        charter.evaluation.phases,
        charter.evaluation.decisions,
      ])
        for (const { key, label } of list)
          expect([key, label.easy !== undefined, label.en !== undefined], charter.city.slug).toEqual([key, true, true])
  })
})

/** Paths of entries that name a document as their source without a place in it. */
function unsourced(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => unsourced(item, `${path}.${item?.key ?? at}`))
  if (!value || typeof value !== 'object') return []
  const { origin, source } = value as { origin?: string; source?: string[] }
  const own = origin === 'document' && source?.length === 0 ? [path] : []
  return [...own, ...Object.entries(value).flatMap(([name, item]) => unsourced(item, `${path}.${name}`))]
}

describe('coverage', () => {
  const plan = readFolder('charters', CoveragePlan)
  if ('problems' in plan) throw new Error(plan.problems[0]?.en)

  test('every item of the five documents stands in a charter or has a reason', () => {
    expect(coverageGaps(all, plan.value)).toEqual({ missing: [], unknown: [] })
  })

  test('a gap is noticed', () => {
    expect(coverageGaps(all.slice(1), plan.value).missing).toContain('KG-1')
    const mistaken = structuredClone(kawagoe)
    mistaken.aims[0]!.source = ['KE-99']
    expect(coverageGaps([kawaguchi, mistaken], plan.value).unknown).toEqual(['KE-99'])
  })

  test('every path of the table leads to an entry', () => {
    const table = readFileSync('charters/coverage.md', 'utf8')
    const paths = [...table.matchAll(/`(\w+): ([^`]+)`/g)]
    expect(paths.length).toBeGreaterThan(300)
    for (const [, city, path] of paths)
      expect(stepsTo(all.find(({ city: { slug } }) => slug === city)!, path!), `${city} ${path}`).toBeDefined()
    expect(stepsTo(kawaguchi, 'programmes.no-such')).toBeUndefined()
  })

  test('every item has a capability that makes it work', () => {
    const rows = coverage(all, plan.value, [])
      .split('\n')
      .filter((line) => /^\| [A-Z]+-\d/.test(line))
    expect(rows).toHaveLength(129)
    expect(rows.filter((row) => row.endsWith('|  |'))).toEqual([])
  })

  test('an item runs when the title of a test names it, else it is only shown; the first line counts', () => {
    const tests = [{ file: 'test/x.test.ts', titles: ['IR-10: what is not evaluated ends', 'IR-100 is another'] }]
    const lines = coverage(all, plan.value, tests).split('\n')
    expect(lines[0]).toBe('runs: 1, shown: 128, not built: 0')
    expect(lines.find((line) => line.startsWith('| IR-10 |'))).toContain('| runs<br>[x.test.ts](../test/x.test.ts) |')
    expect(lines.find((line) => line.startsWith('| IR-1 |'))).toContain('| shown |')
    expect(coverage(all.slice(1), plan.value, []).split('\n')[0]).toBe('runs: 0, shown: 89, not built: 40')
  })

  test('titles are read from tests, whichever way they are written', () => {
    const source = `test('XX-1 a', () => {})\n  test.each([\n    ['x', 1],\n  ])('XX-2 %s', () => {})\ntest(\n  "XX-3 it’s", f)\ndescribe(\`XX-4\`, f)`
    expect(titlesIn(source)).toEqual(['XX-1 a', 'XX-2 %s', 'XX-3 it’s', 'XX-4'])
  })

  test('the table and the schema for editors are fresh', async () => {
    const fresh = coverageOf('charters', await testTitles('.'))
    expect(readFileSync('charters/coverage.md', 'utf8'), 'run `tomoni generate`').toBe(fresh)
    expect(JSON.parse(readFileSync('charters/schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(charterJsonSchema())),
    )
  })
})
