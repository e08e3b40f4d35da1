/**
 * The further nouns of modules that have several. The charter's schema is as large as its questions, and `documents` reads
 * its folder by file and line; a questionnaire grows by kinds of question.
 */
const NOUNS: Record<string, string[]> = {
  accounts: ['account', 'invitation', 'session', 'password', 'passkey', 'second-factor'],
  charters: ['charter', 'schema', 'documents'],
  questionnaires: ['questionnaire', 'kinds'],
  register: ['entry', 'facet', 'filter', 'news'],
}

/** The nouns of a module: `agreement` for `agreements`, and its further ones. */
export function nounsOf(module: string): string[] {
  return NOUNS[module] ?? [module.replace(/ies$/, 'y').replace(/s$/, '')]
}

/**
 * The rooms that each room of a module may import of its own module. Types are free, and a link (`urls.ts`) is not a
 * dependency.
 */
const INSIDE: Record<string, string> = {
  urls: '',
  words: 'words',
  tables: 'lifecycle',
  lifecycle: 'tables',
  noun: 'noun tables lifecycle words',
  may: 'may noun tables lifecycle',
  attested: '',
  events: 'attested tables words',
  queries: 'queries noun tables lifecycle',
  writes: 'writes noun tables lifecycle queries events may',
  subject: 'noun tables lifecycle queries events words parts',
  letters: 'letters noun tables lifecycle events queries writes words',
  jobs: 'letters noun tables lifecycle events queries writes words',
  parts: 'parts subject noun tables lifecycle words may',
  page: 'noun tables lifecycle may subject parts words',
  actions: 'actions page subject noun tables lifecycle may events jobs letters queries writes words',
  pages: 'pages parts subject noun tables lifecycle may events queries writes words actions',
  outputs: 'outputs parts noun tables lifecycle may queries words letters',
}

/** The room of a file: `agreement/text.ts` is part of the noun, `actions/sign.page.tsx` a page of a verb. */
export function roomOf(path: string): string {
  const [, module, rest] = /^src\/modules\/([^/]+)\/(.+)$/.exec(path) ?? []
  if (!module || !rest) return ''
  const first = /^[a-z-]+/.exec(rest)?.[0] ?? ''
  if (nounsOf(module).includes(first)) return 'noun'
  return first === 'actions' && /\.page\.tsx?$/.test(rest) ? 'page' : first
}

/** Whether a file of a module may import another file of it. */
export function mayImport(from: string, to: string): boolean {
  const [room, target] = [roomOf(from), roomOf(to)]
  if (room === 'pages' && target === 'actions') return /\/actions\/index\.ts$/.test(to)
  return target === 'urls' || (INSIDE[room] ?? '').split(' ').includes(target)
}
