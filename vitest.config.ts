import { defineConfig } from 'vitest/config'

const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const
const server = process.env.TEST_DATABASE_URL

/** What needs several connections, logins or an administrator: a server. */
const servers = ['test/races/**', 'test/minimum-rights.test.ts']
/** What walks through every page or address there is, whatever the database under it. */
const walks = ['test/crawl.test.ts', 'test/attacks/**']
/** What knows no database, or is about the embedded one itself. */
const embedded = [
  'test/{house,generated,generators,count,five-cities}.test.ts',
  'src/platform/db/{connect,lock}.test.ts',
  'src/platform/pdf/*.test.ts',
]

/** What takes longer than one waits for while working. */
const slow = [
  'test/{demonstration,languages,many-rows,sixth-city}.test.ts',
  'demo/*.test.ts',
  'src/modules/evaluations/views/show.test.tsx',
  'src/platform/jobs/worker.test.ts',
]

/**
 * Which tests run where is said here, once, so that none has to skip itself: `both` on either database, the others on one.
 * A worker is one process with one database for all its files, so nothing may be left behind by a test.
 */
const project = (name: string, include: string[], exclude: string[] = []) => ({
  oxc,
  test: {
    name,
    include: include.map((one) => (one.endsWith('**') ? `${one}/*.test.ts` : one)),
    exclude: ['node_modules/**', 'test/journeys/**', ...exclude],
    isolate: false,
    // Only what hangs is ended by a limit: none measures how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('both', ['{src,test,demo}/**/*.test.{ts,tsx}'], [...servers, ...walks, ...slow, ...embedded]),
      project('slow', slow),
      project('embedded', embedded),
      project('walks', walks),
      ...(server ? [project('server', servers)] : []),
    ],
  },
})
