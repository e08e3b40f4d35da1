import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareMachine } from '../../bin/machine.ts'
import { type Cluster, startCluster } from '../../bin/postgres.ts'
import { blockWith, settingsOfGuide } from '../guide.ts'

const MINUTES = 600_000
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tomoni-restore-'))
const programs = prepareMachine().postgres
const clusters: Cluster[] = []

beforeAll(async () => {
  for (const _ of ['the old one', 'the new one']) {
    const cluster = await startCluster(programs)
    clusters.push(cluster)
    await makeEmpty(cluster)
  }
}, MINUTES)
afterAll(() => {
  for (const cluster of clusters) cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** As the packages of PostgreSQL leave it: no database and no role of ours. */
async function makeEmpty(cluster: Cluster): Promise<void> {
  for (const role of ['owner', 'tomoni_owner', 'tomoni_web']) await ask(cluster, 'tomoni', `drop owned by ${role}`)
  await ask(cluster, 'postgres', 'drop database tomoni')
  const rows = await ask(cluster, 'postgres', `select rolname from pg_roles where rolname ~ '^(owner|tomoni_.*)$'`)
  for (const { rolname } of rows) await ask(cluster, 'postgres', `drop role ${rolname}`)
}

function address(cluster: Cluster, user: string, database: string): string {
  const url = new URL(cluster.superuserUrl)
  return Object.assign(url, { username: user, pathname: `/${database}` }).href
}

async function ask(cluster: Cluster, database: string, text: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(address(cluster, 'administrator', database))
  await client.connect()
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** The folder that is /srv/tomoni on the server beside this cluster. */
const homeOf = (cluster: Cluster) => join(folder, `server-${clusters.indexOf(cluster)}`)

/** A folder with an rsync that copies on this machine, which may have none. */
function copier(): string {
  const program = join(folder, 'rsync')
  const copy = 'case "$2" in */) cp -a "$2." "$3" ;; *) cp -a "$2" "$3" ;; esac'
  writeFileSync(program, `#!/bin/sh\nmkdir -p "$3" && ${copy}\n`, { mode: 0o755 })
  return folder
}

/** Types the lines of a block as they are, but for the folders, the passwords and who they are typed as. */
function type(cluster: Cluster, block: string): void {
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  const lines = block
    .replaceAll('sudo -u postgres ', '')
    .replaceAll('backup.example.lg.jp:', '')
    .replaceAll('/backup/', `${folder}/backup/`)
    .replaceAll('/srv/tomoni/', `${homeOf(cluster)}/`)
    .replaceAll('$(date +%Y%m%d)', today)
    .replaceAll('tomoni-20261121', `tomoni-${today}`)
    .split('\n')
    .filter((line) => /^(createdb|psql|pg_dump|pg_restore|rsync) /.test(line) && !line.includes('\\password'))
  expect(lines.length).toBeGreaterThan(0)
  const { searchParams } = new URL(cluster.superuserUrl)
  const PATH = [copier(), programs, process.env.PATH].join(delimiter)
  const env = { PATH, PGHOST: searchParams.get('host')!, PGUSER: 'administrator' }
  execFileSync('sh', ['-e'], { input: lines.join('\n'), env, cwd: root, stdio: 'pipe' })
}

function tomoni(cluster: Cluster, ...args: string[]): string {
  const env = {
    PATH: process.env.PATH,
    ...settingsOfGuide(),
    SECRET: 'x'.repeat(44),
    FILES_DIR: join(homeOf(cluster), 'files'),
    ANCHORS_FILE: join(homeOf(cluster), 'anchors.jsonl'),
    DATABASE_URL: address(cluster, 'tomoni_web', 'tomoni'),
    ...(args[0] === 'migrate' && { DATABASE_OWNER_URL: address(cluster, 'tomoni_owner', 'tomoni') }),
  }
  return execFileSync(join(root, 'bin/tomoni'), args, { env, cwd: root, encoding: 'utf8' })
}

test(
  'what an administrator saved is restored into a new cluster by the lines of the guide, and the record is whole',
  async () => {
    const [old, fresh] = clusters as [Cluster, Cluster]
    type(old, blockWith('postgresql', 'createdb '))
    tomoni(old, 'migrate')
    tomoni(old, 'charter', 'apply', 'test/sixth-city')
    tomoni(old, 'administrator', 'minatono', 'hanako@example.lg.jp', '市川 花子')
    tomoni(old, 'record', 'anchor')
    mkdirSync(join(folder, 'backup'), { mode: 0o777 })
    mkdirSync(join(homeOf(old), 'files'))
    writeFileSync(join(homeOf(old), 'files/attached'), '添付')
    type(old, blockWith('backup', 'pg_dump '))
    type(fresh, blockWith('backup', 'pg_restore '))
    expect(readFileSync(join(homeOf(fresh), 'files/attached'), 'utf8')).toBe('添付')
    expect(tomoni(fresh, 'record', 'verify')).toMatch(
      /控えた見出し\d+個が、すべて合っています[\s\S]*疑わしいところは、ありません/,
    )
    expect(tomoni(fresh, 'charter', 'apply', 'test/sixth-city')).toContain('すでに適用されています')
    const posts = 'select role from posts'
    expect(await ask(fresh, 'tomoni', posts)).toEqual([{ role: 'administrator' }])
    expect(tomoni(fresh, 'migrate')).not.toContain('適用しました')
  },
  MINUTES,
)

test(
  'what happened after the backup is missed by the record until the reason for that is written down, as the guide says',
  () => {
    const [old, fresh] = clusters as [Cluster, Cluster]
    tomoni(old, 'administrator', 'minatono', 'taro@example.lg.jp', '市川 太郎')
    tomoni(old, 'record', 'anchor')
    cpSync(join(homeOf(old), 'anchors.jsonl'), join(homeOf(fresh), 'anchors.jsonl'))
    expect(() => tomoni(fresh, 'record', 'verify')).toThrow()
    const words = /bin\/tomoni (record renew .*)'/.exec(blockWith('backup', 'record renew '))![1]!.split(' ')
    tomoni(fresh, ...words)
    expect(tomoni(fresh, 'record', 'verify')).toContain(`理由　${words[2]}`)
  },
  MINUTES,
)
