import { defineConfig } from 'vitest/config'

/** Browser walks over the built program: each file has a server of its own, each process one browser. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: 'test/journeys/once.ts',
    isolate: false,
    maxWorkers: 2,
    // Only what hangs is ended by a limit: none measures how fast the machine is.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
