/** A mistake in a document that a person wrote: its place, and what was expected, in both languages. */
export type Problem = { file: string; line: number; path: string; ja: string; en: string }

/** Problems as text for a terminal: a line with the place, then the sentence in Japanese and in English. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ file, line, path, ja, en }) => `${file}:${line}${path ? `  ${path}` : ''}\n  ${ja}\n  ${en}`)
    .join('\n')
}

/** `['forms', 2, 'key']` as people read it: `forms[2].key`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)),
    '',
  )
}
