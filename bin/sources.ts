/** `postponement`, `annual-report` → `Postponement`, `AnnualReport`. */
export function capital(word: string): string {
  return word.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** A source in which a name is imported from a file: added to the import that is there, or in one of its own after the last. */
export function importing(text: string, from: string, name: string): string {
  const lines = [...text.matchAll(/^import (type )?\{([^}]*)\} from '([^']+)'\n/gm)].filter((line) => line[3] === from)
  const bare = name.replace(/^type /, '')
  const namesIn = (list: string) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
  if (lines.some((line) => namesIn(line[2]!).some((one) => one.replace(/^type /, '') === bare))) return text
  const there = lines.find((line) => !line[1] || name !== bare)
  if (there) {
    const names = [...namesIn(there[2]!), there[1] ? bare : name].join(', ')
    return text.replace(there[0], `import ${there[1] ?? ''}{ ${names} } from '${from}'\n`)
  }
  const line = `import ${name === bare ? '' : 'type '}{ ${bare} } from '${from}'\n`
  const last = [...text.matchAll(/^import [^;]*? from '[^']+'\n/gm)].at(-1)
  const end = last ? last.index + last[0].length : 0
  return text.slice(0, end) + line + text.slice(end)
}

/** A source in which a list has one thing more at its end: `export const actions = [ … ]`. */
export function listing(text: string, list: string, name: string): string {
  return text.replace(
    new RegExp(`(export const ${list}\\b[^=]*= \\[)([^\\]]*?),?(\\s*\\])`),
    (_, open, names: string, close) => (names.trim() ? `${open}${names}, ${name}${close}` : `${open}${name}${close}`),
  )
}
