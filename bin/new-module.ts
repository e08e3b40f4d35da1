// Writes a new module with the anatomy of the house: `bin/new-module offers offer もちより`.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The words of the new module: many, one, and what people call it. */
export interface Words {
  things: string
  thing: string
  japanese: string
}

const anatomy = join(import.meta.dirname, 'anatomy', 'module')

/** The files of a new module, path → text; `moment` names the migration. */
export function moduleFiles(words: Words, moment: Date): Record<string, string> {
  const stamp = moment.toISOString().slice(0, 16).replaceAll(/[-:]/g, '')
  const files = readdirSync(anatomy, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, fill(readFileSync(join(anatomy, name), 'utf8'), words)] as const)
  return Object.fromEntries(
    files.map(([name, text]) =>
      name === 'migration.sql.txt'
        ? [`db/migrations/${stamp}_${words.things}_create.sql`, text]
        : [`src/modules/${words.things}/${name.replace(/\.txt$/, '')}`, text],
    ),
  )
}

function fill(text: string, { things, thing, japanese }: Words): string {
  return text
    .replaceAll('__things__', things)
    .replaceAll('__thing__', thing)
    .replaceAll('__Things__', capital(things))
    .replaceAll('__Thing__', capital(thing))
    .replaceAll('__もの__', japanese)
}

/** The list of modules with one more at its end. */
export function withModule(list: string, things: string): string {
  const line = `import { ${things} } from './modules/${things}/index.ts'\n`
  return list.replace(/(?=import type \{ Module \})/, line).replace(/,?\s*\]\s*$/, `, ${things}]\n`)
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1)
}

/** Writes the module into the house under `root`, and says which files. */
export function writeModule(root: string, words: Words, moment: Date): string[] {
  const files = moduleFiles(words, moment)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const list = join(root, 'src/modules.ts')
  writeFileSync(list, withModule(readFileSync(list, 'utf8'), words.things))
  return [...Object.keys(files), 'src/modules.ts']
}

function main([things = '', thing = '', japanese = '']: string[]): void {
  const root = join(import.meta.dirname, '..')
  if (!/^[a-z]+$/.test(things) || !/^[a-z]+$/.test(thing) || !japanese) {
    console.error('使い方: bin/new-module <複数形> <単数形> <日本語>　例: bin/new-module offers offer もちより')
    process.exit(2)
  }
  if (existsSync(join(root, 'src/modules', things))) {
    console.error(`src/modules/${things} はもうあります。`)
    process.exit(1)
  }
  for (const path of writeModule(root, { things, thing, japanese }, new Date())) console.log(path)
  console.log(
    '\n次に: GLOSSARY.md に言葉を加え、表と規則を自分のものに直し、npx biome check --write src/modules で整えます。',
  )
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2))
