export type Problem = { file: string; line: number; path: string; ja: string; en: string }

/** Formats problems for a terminal: the place, then the sentence in both languages. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ file, line, path, ja, en }) => `${file}:${line}${path ? `  ${path}` : ''}\n  ${ja}\n  ${en}`)
    .join('\n')
}

/** Returns `forms[2].key` for `['forms', 2, 'key']`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)),
    '',
  )
}
