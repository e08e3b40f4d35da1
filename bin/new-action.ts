// Adds a verb to a module: `bin/new-action agreements postpone postponement 延期する`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capital, importing, listing } from './sources.ts'

/** The words of the new verb: the verb itself, the noun that is the last part of its address, and what its button says. */
export interface VerbWords {
  verb: string
  path: string
  japanese: string
}

/** The noun of a module as its `subject.tsx` declares it: what it is called there, and its kind in the record. */
export interface Noun {
  name: string
  kind: string
}

/** The noun that the verb is declared on: the first of the module's subjects. */
export function nounIn(subject: string): Noun {
  const [, name] = /export const (\w+) = subject</.exec(subject) ?? []
  const [, kind] = /\n {2}kind: '([a-z-]+)'/.exec(subject) ?? []
  if (!name || !kind) throw new Error('subject.tsx declares no subject that a verb could be added to.')
  return { name, kind }
}

/** `postpone` → `postponed`; what is irregular is put right by hand. */
export const past = (verb: string) => (verb.endsWith('e') ? `${verb}d` : `${verb.replace(/y$/, 'i')}ed`)

const actionName = ({ verb }: VerbWords, { kind }: Noun) => `${verb}${capital(kind)}`
const ruleName = ({ verb }: VerbWords) => `may${capital(verb)}`

/** The verb, whole. */
export function actionFile(words: VerbWords, noun: Noun): string {
  const { verb, path, japanese } = words
  return `import { action } from '../../../platform/web/action/index.ts'
import { ${past(verb)} } from '../events.ts'
import { ${ruleName(words)} } from '../may.ts'
import { ${noun.name} } from '../subject.tsx'

/** ${japanese}: what it means, in a sentence. */
export const ${actionName(words, noun)} = action(${noun.name}, {
  path: '${path}',
  who: ${ruleName(words)},
  label: '${japanese}',
  before: () => ['「${japanese}」ことは、記録に残ります。'],
  undo: { never: '「${japanese}」ことは、元に戻せません。' },
  do: async () => ${past(verb)}(),
  done: '「${japanese}」ことを記録しました。',
})
`
}

/** Refusals first: whoever may not. The moment when nobody may, and the day it works, are for the one who adds it. */
export function testFile(words: VerbWords, noun: Noun): string {
  return `import { expect, test } from 'vitest'
import { nobody } from '../../../platform/actor.ts'
import { ${ruleName(words)} } from '../may.ts'
import { ${actionName(words, noun)} } from './${words.verb}.ts'

test('whoever is not of the city hall is refused, and hears why', () => {
  expect(${ruleName(words)}.why(nobody(1))).toMatchObject({ allowed: false, until: 'never' })
  expect(${actionName(words, noun)}.who).toBe(${ruleName(words)})
})
`
}

/** Its rule, last in the file. */
export function withRule(may: string, words: VerbWords): string {
  const asked = importing(importing(may, '../../platform/actor.ts', 'type Actor'), '../parties/index.ts', 'isStaff')
  const ruled = ['allow', 'deny', 'rule'].reduce(
    (text, name) => importing(text, '../../platform/ruling.ts', name),
    asked,
  )
  return `${ruled.trimEnd()}

export const ${ruleName(words)} = rule((actor: Actor) =>
  isStaff(actor) ? allow() : deny('「${words.japanese}」のは、市の職員です。担当課にご相談ください。'),
)
`
}

/** Its event, before the list and in it. */
export function withEvent(events: string, { verb, japanese }: VerbWords, { kind }: Noun): string {
  const declared = `export const ${past(verb)} = event('${kind}.${past(verb)}', {
  audience: 'staff',
  says: () => '「${japanese}」ことにしました',
})

`
  const [before] = /(?:\/\*\*[^\n]*\n)?export const events\b/.exec(events) ?? ['']
  const text = importing(events.replace(before, declared + before), '../../platform/record/event.ts', 'event')
  return listing(text, 'events', past(verb))
}

/** The verb among the others, the last of the buttons. */
export function withAction(index: string, words: VerbWords, noun: Noun): string {
  const name = actionName(words, noun)
  return listing(importing(index, `./${words.verb}.ts`, name), 'actions', name)
}

/** Writes the verb into the module under `root`, and says which files. */
export function writeAction(root: string, module: string, words: VerbWords): string[] {
  const folder = join(root, 'src/modules', module)
  const noun = nounIn(readFileSync(join(folder, 'subject.tsx'), 'utf8'))
  const change = (name: string, edit: (text: string) => string) =>
    writeFileSync(join(folder, name), edit(readFileSync(join(folder, name), 'utf8')))
  writeFileSync(join(folder, 'actions', `${words.verb}.ts`), actionFile(words, noun))
  writeFileSync(join(folder, 'actions', `${words.verb}.test.ts`), testFile(words, noun))
  change('may.ts', (text) => withRule(text, words))
  change('events.ts', (text) => withEvent(text, words, noun))
  change('actions/index.ts', (text) => withAction(text, words, noun))
  const written = [
    `actions/${words.verb}.ts`,
    `actions/${words.verb}.test.ts`,
    'may.ts',
    'events.ts',
    'actions/index.ts',
  ]
  return written.map((name) => `src/modules/${module}/${name}`)
}

function main([module = '', verb = '', path = '', japanese = '']: string[]): void {
  const root = join(import.meta.dirname, '..')
  const folder = join(root, 'src/modules', module)
  if (!module || !/^[a-z]+$/.test(verb) || !/^[a-z]+(-[a-z]+)*$/.test(path) || !japanese) {
    console.error(
      '使い方: bin/new-action <モジュール> <動詞> <アドレスの名詞> <日本語>　例: bin/new-action agreements postpone postponement 延期する',
    )
    process.exit(2)
  }
  if (!existsSync(join(folder, 'actions/index.ts')) || existsSync(join(folder, 'actions', `${verb}.ts`))) {
    console.error(`src/modules/${module} に actions/index.ts がないか、${verb} がもうあります。`)
    process.exit(1)
  }
  for (const file of writeAction(root, module, { verb, path, japanese })) console.log(file)
  console.log('\n次に: 規則、言葉、することを自分のものに直し、npx biome check --write src/modules で整えます。')
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2))
