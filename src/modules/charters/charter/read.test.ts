import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeProblems } from '../documents/problem.ts'
import { word } from './phrases.ts'
import { readCharter } from './read.ts'

const sixth = 'test/sixth-city'

/** The sixth city with one text replaced in one file. */
function spoilt(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'))
  cpSync(sixth, folder, { recursive: true })
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text, 'the text to spoil must be there').toContain(from)
  writeFileSync(join(folder, file), text.replace(from, to))
  return folder
}

function firstProblem(file: string, from: string, to: string) {
  const read = readCharter(spoilt(file, from, to), 'charters/common')
  expect('problems' in read, 'the charter must be refused').toBe(true)
  return 'problems' in read ? read.problems[0]! : undefined
}

describe('a person who writes a sixth city’s charter', () => {
  test('can use it although no city decides as this one does', () => {
    expect(readCharter(sixth, 'charters/common')).toHaveProperty('charter')
  })

  test('gets the common words where the city has none of its own, and its own where it has', () => {
    const read = readCharter(sixth, 'charters/common')
    const words = 'charter' in read ? [word(read.charter, 'agreement'), word(read.charter, 'register')] : []
    expect(words).toEqual(['縁状', '協働事業一覧'])
  })

  test('is told of a charter without what all cities share', () => {
    const read = readCharter(sixth, join(tmpdir(), 'no-such-folder'))
    expect('problems' in read && read.problems[0]?.en).toContain('no YAML file')
  })

  const cases: [name: string, file: string, from: string, to: string, path: string, en: string][] = [
    [
      'a zone with an unknown form',
      'city.yaml',
      '[shared-net] }',
      '[shared-nut] }',
      'zones[0].forms[0]',
      'known are: shared-net',
    ],
    [
      'a zone outside collaboration without its reason',
      'city.yaml',
      ', because: 空は誰のものでもないので、縁にできません。',
      '',
      'zones[2]',
      'reason',
    ],
    [
      'a meaning that this kind of question cannot have',
      'programmes.yaml',
      'means: purpose',
      'means: amount',
      'programmes[0].sheets[0].sections[0].fields[2].means',
      'kind yen',
    ],
    [
      'two questions that mean the same',
      'programmes.yaml',
      '{ key: wish,',
      '{ key: hope, label: 望み, kind: text, means: purpose }\n              - { key: wish,',
      'programmes[0].sheets[0].sections[0].fields[3].means',
      'two questions',
    ],
    [
      'words that mean a side outside of a table',
      'programmes.yaml',
      '{ key: wish,',
      '{ key: whose, label: だれの, kind: choice, choices: [{ key: city, label: 市, means: city }] }\n              - { key: wish,',
      'programmes[0].sheets[0].sections[0].fields[2].choices[0].means',
      'belong to a table',
    ],
    [
      'a kind under a kind that does not exist',
      'city.yaml',
      'parent: shore',
      'parent: shelf',
      'actors[1].parent',
      '"shelf"',
    ],
    [
      'kinds that stand under each other',
      'city.yaml',
      'key: fishers, parent: shore',
      'key: fishers, parent: boat',
      'actors[1].parent',
      'leads back',
    ],
    ['no kind that is the city', 'city.yaml', 'as: city, role: city', 'role: city', 'actors', 'must be the city'],
    [
      'a principle in no group',
      'city.yaml',
      'key: faith, group: vow',
      'key: faith, group: vows',
      'principles[0].group',
      'vow, custom',
    ],
    ['the same key twice', 'city.yaml', 'key: sand', 'key: sea', 'zones[1].key', 'twice'],
    ['a code with a wrong check digit', 'city.yaml', "'999997'", "'999990'", 'city.localGovernmentCode', 'check digit'],
    [
      'a day that does not exist',
      'city.yaml',
      "inForceOn: '2020-07-15' }\nd",
      "inForceOn: '2020-02-30' }\nd",
      'version.inForceOn',
      '2026-04-01',
    ],
    [
      'two grades of one value',
      'evaluation.yaml',
      'mark: A, value: 30',
      'mark: A, value: 40',
      'evaluation.scale.grades',
      'share',
    ],
    [
      'a limit for reasons off the scale',
      'evaluation.yaml',
      'reasonBelow: 30',
      'reasonBelow: 5',
      'evaluation.scale.reasonBelow',
      'outside the scale',
    ],
    [
      'a party that would evaluate on no side',
      'evaluation.yaml',
      'kinds: [hill]',
      'kinds: [city]',
      'evaluation.sides',
      '"hill"',
    ],
    [
      'a question to a side that does not exist',
      'evaluation.yaml',
      '[shore, hill]',
      '[shore, moon]',
      'evaluation.phases[3].questions[0].sides[1]',
      '"moon"',
    ],
    [
      'a track without its sheet',
      'programmes.yaml',
      'sheet: short',
      'sheet: long',
      'programmes[0].tracks[1].sheet',
      'petition, short',
    ],
    [
      'no way for citizens to propose',
      'programmes.yaml',
      'proposedBy: citizen',
      'proposedBy: city',
      'programmes',
      'proposedBy: citizen',
    ],
    [
      'a question that leads nowhere',
      'programmes.yaml',
      'next: who',
      'next: whom',
      'guide.questions[0].answers[1].next',
      '"whom"',
    ],
    [
      'an answer that leads two ways',
      'programmes.yaml',
      'label: そろった, outcome: tie',
      'label: そろった, outcome: tie, next: place',
      'guide.questions[1].answers[0]',
      'either',
    ],
    [
      'a divided city without its parts',
      'city.yaml',
      '[{ key: east, label: 東浦 }, { key: west, label: 西浦 }]',
      '[]',
      'territory.units',
      'list its units',
    ],
  ]
  test.each(cases)('is told of %s', (_name, file, from, to, path, en) => {
    const problem = firstProblem(file, from, to)
    expect(problem?.path).toBe(path)
    expect(problem?.en).toContain(en)
    expect(problem?.ja).toMatch(/[ぁ-ん]/)
    expect(problem?.file).toContain(file)
  })

  test('is told the very line of the mistake', () => {
    const text = readFileSync(join(sixth, 'city.yaml'), 'utf8').split('\n')
    expect(firstProblem('city.yaml', 'parent: shore', 'parent: shelf')?.line).toBe(
      text.findIndex((line) => line.includes('parent: shore')) + 1,
    )
  })

  test('reads what to put right in both languages', () => {
    const read = readCharter(spoilt('city.yaml', '[shared-net] }', '[shared-nut] }'), 'charters/common')
    const text = 'problems' in read ? describeProblems(read.problems) : ''
    expect(text).toContain('「shared-nut」は形態(forms)にありません')
    expect(text).toContain('"shared-nut" is not among forms')
  })
})
