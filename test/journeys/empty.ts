// An installation that begins from an empty PostgreSQL, in production, by the commands of docs/guide/install.md.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect } from 'vitest'
import { settingsOfGuide } from '../guide.ts'
import { openPostbox, type Postbox } from './postbox.ts'
import { freePort, startServer } from './server.ts'
import { closeVisitors, inBrowser, type Town } from './town.ts'
import type { Visitor } from './visitor.ts'

const root = join(import.meta.dirname, '../..')
const execute = promisify(execFile)

/** A town whose people come by invitation; who has come stays signed in. */
export interface NewTown extends Town {
  postbox: Postbox
  /** What `bin/tomoni` answers. */
  tomoni(...args: string[]): Promise<string>
  serve(): Promise<void>
}

/** Call once in a test file, where a PostgreSQL is at hand. */
export function useEmptyInstallation(): NewTown {
  const folder = mkdtempSync(join(tmpdir(), 'tomoni-begin-'))
  const name = `begin_${process.pid}_${Date.now()}`
  let settings: Record<string, string>
  const visitors: Visitor[] = []
  const people = new Map<string, Visitor>()
  let server: Awaited<ReturnType<typeof startServer>> | undefined
  const town: NewTown = {
    address: '',
    troubles: [],
    postbox: undefined as unknown as Postbox, // opened before the first test
    async as(person, given = {}) {
      const known = people.get(person)
      if (known) return known
      const visitor = await inBrowser({ address: town.address, troubles: town.troubles, ...given })
      visitors.push(visitor)
      if (person !== 'nobody') people.set(person, visitor)
      return visitor
    },
    async tomoni(...args) {
      const owner = args[0] === 'migrate' ? { DATABASE_OWNER_URL: address('tomoni_owner', name) } : {}
      const env = { PATH: process.env.PATH, ...settings, ...owner }
      const { stdout } = await execute(process.execPath, [join(root, 'dist/main.js'), ...args], { env, cwd: root })
      return stdout
    },
    async serve() {
      server = await startServer(folder, settings, 'serve')
    },
  }
  beforeAll(async () => {
    await createAsGuideSays(name)
    const port = await freePort()
    town.address = `http://localhost:${port}`
    town.postbox = await openPostbox()
    settings = {
      ...settingsOfGuide(),
      DATABASE_URL: address('tomoni_web', name),
      PUBLIC_URL: town.address,
      PORT: String(port),
      SECRET: randomBytes(32).toString('base64'),
      SMTP_URL: town.postbox.url,
      FILES_DIR: join(folder, 'files'),
      ANCHORS_FILE: join(folder, 'anchors.jsonl'),
      // No proxy is between these browsers and the program.
      TRUST_PROXY: '0',
    }
  })
  afterAll(async () => {
    await closeVisitors(visitors)
    await server?.stop()
    await town.postbox?.close()
    await ask('postgres', `drop database if exists ${name} with (force)`)
    rmSync(folder, { recursive: true, force: true })
    expect(town.troubles).toEqual([])
  })
  return town
}

/** The steps of docs/guide/postgresql.md. */
async function createAsGuideSays(name: string): Promise<void> {
  await ask('postgres', `create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`)
  await ask(name, readFileSync(join(root, 'db/roles.sql'), 'utf8'))
}

function address(user: string, database: string): string {
  const url = new URL(process.env.TEST_SUPERUSER_URL!)
  if (user) url.username = user
  url.pathname = `/${database}`
  return url.href
}

async function ask(database: string, text: string): Promise<void> {
  const client = new pg.Client(address('', database))
  await client.connect()
  await client.query(text).finally(() => client.end())
}
