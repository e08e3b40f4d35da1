import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { prepareMachine } from '../../bin/machine.ts'
import { startCluster } from '../../bin/postgres.ts'
import { diskStore } from '../../src/platform/files/index.ts'

const MINUTES = 600_000
const program = join(import.meta.dirname, '../../dist/main.js')
const folder = mkdtempSync(join(tmpdir(), 'tomoni-disk-'))
// PostgreSQL's own user must be able to pass.
chmodSync(folder, 0o755)
const mounted: string[] = []
afterAll(() => {
  for (const one of mounted) spawnSync('umount', ['--lazy', one])
  rmSync(folder, { recursive: true, force: true })
})

/** A disk of its own of that many megabytes; undefined where this machine lets nobody mount one. */
function aDisk(name: string, megabytes: number): string | undefined {
  const path = join(folder, name)
  mkdirSync(path, { mode: 0o777 })
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', path])
  if (status !== 0) return undefined
  mounted.push(path)
  return path
}

/** Takes all that is free on the disk. */
function fill(disk: string): string {
  const { bavail, bsize } = statfsSync(disk)
  const file = join(disk, 'filler')
  try {
    writeFileSync(file, Buffer.alloc(bavail * bsize))
  } catch {
    // The last page is another's: the disk is full.
  }
  return file
}

const disks = { files: aDisk('files', 2), database: aDisk('database', 400) }

describe('a disk that is full', () => {
  test.runIf(disks.files)('keeps no half of a file, and takes files again when there is room', async () => {
    const store = diskStore(disks.files!)
    const filler = fill(disks.files!)
    await expect(store.stage(new Uint8Array(1 << 20))).rejects.toMatchObject({ code: 'ENOSPC' })
    const left = readdirSync(disks.files!, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(left.map(({ name }) => name)).toEqual(['filler'])
    rmSync(filler)
    expect(await store.stage(new Uint8Array(1 << 20))).toMatch(/^[0-9a-f]{64}$/)
  })

  test.runIf(disks.database)(
    'under PostgreSQL stops a command with a sentence, with nothing half-written, and lets it through later',
    async () => {
      const { postgres } = prepareMachine()
      const cluster = await startCluster(postgres, { under: disks.database })
      try {
        const run = (...args: string[]) => {
          const env = { PATH: process.env.PATH, DATABASE_URL: cluster.url, DATA_DIR: join(folder, 'data') }
          const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' })
          return { status, says: stdout + stderr }
        }
        const begun = run('migrate')
        expect(begun.status, begun.says).toBe(0)
        expect(run('charter', 'apply', 'charters/kawaguchi')).toMatchObject({ status: 0 })
        const filler = fill(disks.database!)
        const refused = run('charter', 'apply', 'charters/kawagoe')
        rmSync(filler)
        expect(refused.status, refused.says).not.toBe(0)
        expect(refused.says).toContain('空き')
        expect(refused.says).not.toMatch(/^\s+at /m)
        const verified = run('record', 'verify')
        expect([verified.status, verified.says.includes('川越市')], verified.says).toEqual([0, false])
        expect(run('charter', 'apply', 'charters/kawagoe')).toMatchObject({ status: 0 })
      } finally {
        cluster.stop()
      }
    },
    MINUTES,
  )
})
