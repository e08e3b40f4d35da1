import { defineConfig } from 'vitest/config'

/**
 * Which tests run where is said here, once, so that none has to skip itself. What stands in none of these lists is a test of
 * the domain, a page or the platform, and runs on both databases (`both`).
 */
const sets = {
  /** What needs several connections, logins or an administrator. */
  server: ['test/races/*.test.ts', 'test/minimum-rights.test.ts', 'src/platform/db/{lost,frozen}.test.ts'],
  /** What walks through every page or address there is, whatever the database under it. */
  walks: ['test/crawl.test.ts', 'test/attacks/*.test.ts'],
  /** What is about the embedded database itself. */
  embedded: ['src/platform/db/{connect,lock}.test.ts', 'test/{demonstration,permissions}.test.ts'],
  /** What knows no database: the code, its documents, its tools. */
  house: ['test/{house,laws,dates,manifests,generated,generators,count,five-cities,grounds,guide,package}.test.ts', 'src/platform/pdf/*.test.ts'],
  /** What runs on both, but takes longer than one waits for while working. */
  slow: [
    'test/{languages,many-rows,sixth-city}.test.ts',
    'demo/*.test.ts',
    'src/modules/evaluations/views/show.test.tsx',
    'src/platform/jobs/worker.test.ts',
  ],
  /** What has no shorter form, for it takes minutes or asks Debian and npm for something. */
  long: ['test/long/*.test.ts'],
}

/** What has a longer form, besides (test/length.ts). */
const long = ['test/crawl.test.ts', 'test/attacks/parameters.test.ts', ...sets.long]

/** By hand, everything that the database allows; bin/check names the sets of each of its steps. */
const wanted = (process.env.TEST_SETS ?? `both slow walks embedded house ${process.env.TEST_DATABASE_URL ? 'server' : ''}`)
  .split(' ')
  .filter(Boolean)
const isLong = wanted.includes('long')
const everything = ['{src,test,demo}/**/*.test.{ts,tsx}']
const filesOf = (choose: (name: string) => boolean) =>
  Object.entries(sets).flatMap(([name, files]) => (choose(name) ? files : []))

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: isLong ? long : wanted.includes('both') ? everything : filesOf((name) => wanted.includes(name)),
    exclude: ['node_modules/**', 'test/journeys/**', ...(isLong ? [] : filesOf((name) => !wanted.includes(name)))],
    // A worker is one process, with one database for all its files: a test leaves nothing behind.
    isolate: false,
    maxWorkers: 2,
    // Only what hangs is ended by a limit: none measures how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
