import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { modules } from '../src/modules.ts'
import { editors } from './editors.ts'

const verbs = modules.flatMap(({ name, actions = [] }) =>
  actions.map((verb) => ({ module: name, name: verb.name, verb })),
)

const permissions = readFileSync('docs/generated/permissions.md', 'utf8').split('\n')

/** A verb's label; where it depends on the thing, that of the first real one in the permission table. */
function wordsOf({ label, pattern }: (typeof verbs)[number]['verb']): string {
  try {
    return label({})
  } catch {
    return permissions.find((row) => row.startsWith(`| \`${pattern}\` |`)) ?? ''
  }
}

/** All verbs of a module, since one may undo another. */
const beside = (module: string) => modules.find(({ name }) => name === module)!.actions!

/**
 * Modules without a verb: the command line sets up cities and charters, questionnaires and texts keep nothing, nouns write
 * their own talks, nobody is an actor before signing in, and principles, the inbox and the register read other modules.
 */
const WITHOUT = [
  'accounts',
  'cities',
  'charters',
  'questionnaires',
  'texts',
  'talks',
  'principles',
  'inbox',
  'register',
]

/** A revision in the talks has the page of the draft, which shows both versions by the revision of its row. */
const DRAFTS = ['proposal.edit']

/** A report is hidden or shown again: two who press one after the other have no words to compare. */
const WITHOUT_WORDS = ['project.reports/:report/visibility']

test('there are verbs to hold to the laws, of every module that has any', () => {
  const asked = modules.filter(({ name }) => !WITHOUT.includes(name))
  const silent = asked.filter(({ actions = [] }) => actions.length === 0)
  expect(silent.map(({ name }) => name)).toEqual([])
  expect(verbs.length).toBeGreaterThan(10)
})

test('every act that a charter may put under four eyes is a verb that asks the charter', () => {
  const { properties } = JSON.parse(readFileSync('charters/schema.json', 'utf8'))
  const acts: string[] = properties.fourEyes.items.enum
  expect(acts.length).toBeGreaterThan(4)
  const asking = verbs.filter(({ verb }) => verb.fourEyes).map(({ name }) => name)
  expect(acts.filter((act) => !asking.includes(act))).toEqual([])
})

describe.each(verbs)('$name', ({ module, verb }) => {
  test('has words of its own on its button, in the inbox and in the table of permissions', () => {
    // The table has a dash for a verb whose words depend on a thing that the demonstration lacks.
    expect(wordsOf(verb)).toMatch(/[\p{Script=Han}\p{Script=Hiragana}]|\| – \|/u)
  })

  test('is done by the clock, or says before what will happen', () => {
    expect(verb.byClock || verb.explained).toBe(true)
  })

  test('can be undone by another verb, or says why it never can', () => {
    const { undo } = verb
    if ('never' in undo) return expect(undo.never).toMatch(/。$/)
    const kind = verb.name.split('.')[0]
    expect(beside(module).map(({ name }) => name)).toContain(`${kind}.${undo.by}`)
  })

  test('begins in a state that its noun knows', () => {
    // The noun's own module has them: a project's future is decided beside its evaluation.
    const kind = verb.name.slice(0, verb.name.indexOf('.'))
    const owner = modules.find(({ subjectPages = {} }) => kind in subjectPages)
    const { lifecycles = [] } = owner ?? modules.find(({ name }) => name === module)!
    for (const move of verb.moves) expect(lifecycles.flatMap(({ moves }) => Object.keys(moves))).toContain(move)
  })

  test('is refused before anything is typed: its page asks who may, at its own address and nowhere else', () => {
    const { routes = {} } = modules.find(({ name }) => name === module)!
    expect(typeof verb.who.why).toBe('function')
    const at = Object.entries(routes).flatMap(([pattern, page]) => (page === verb.page ? [pattern] : []))
    if (verb.byClock) return expect([at, routes[verb.pattern]]).toEqual([[], undefined])
    // The page of a draft may replace the verb's own.
    expect(at.filter((pattern) => pattern !== verb.pattern)).toEqual([])
    for (const page of [verb.page, routes[verb.pattern]!]) expect(['function', 'object']).toContain(typeof page.who)
  })

  test('shows both versions to whoever saves later, where its form changes what is there', () => {
    const { undo } = verb
    const kind = verb.name.split('.')[0]
    const changesItself = 'by' in undo && `${kind}.${undo.by}` === verb.name
    if (!changesItself || DRAFTS.includes(verb.name)) return
    expect(verb.edits).toBe(true)
  })

  test('is walked by two people at once, where its form changes what is there', () => {
    if (verb.edits && !WITHOUT_WORDS.includes(verb.name)) expect(editors.map(({ name }) => name)).toContain(verb.name)
  })

  test('prints its 起案・決裁 sheet below the address of its noun', () => {
    if (verb.byClock) return
    const { routes = {} } = modules.find(({ name }) => name === module)!
    expect(Object.keys(routes).filter((pattern) => pattern.endsWith('/acts/:entry'))).not.toEqual([])
  })

  test('people are told of it by an event that some module declares', () => {
    const declared = modules.flatMap(({ events = [] }) => events.map(({ kind }) => kind))
    for (const { kind } of verb.tells()) expect(declared).toContain(kind)
    const { on = [] } = modules.find(({ name }) => name === module)!
    expect(
      verb.tells().filter((mail) => !on.includes(mail)),
      'list these mails in `on` of the door',
    ).toEqual([])
  })
})

/** Verbs have one word for one concept, in their addresses and in the record: GLOSSARY.md. */
describe('the words of the glossary', () => {
  test('what was released is taken back by a retraction, which the record calls retracted', () => {
    const releases = verbs.filter(({ name }) => name.endsWith('.release'))
    expect(releases.length).toBeGreaterThan(3)
    const kinds = modules.flatMap(({ events = [] }) => events.map(({ kind }) => kind))
    for (const { name, verb } of releases) {
      expect([name, verb.undo]).toEqual([name, { by: 'retraction' }])
      expect(kinds).toContain(name.replace('.release', '.retracted'))
    }
  })

  test('who steps back after an adoption declines, and a refusal is the answer of a rule', () => {
    expect(verbs.map(({ name }) => name)).toContain('proposal.decline')
    expect(verbs.filter(({ name }) => /refusal|withholding/.test(name)).map(({ name }) => name)).toEqual([])
  })
})
