import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { callOn, oldServer } from '../old-server.ts'

const MINUTES = 600_000
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tomoni-packed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test(
  'the packed file is carried to a server without a Node that fits, and its commands run there',
  () => {
    const file = join(folder, 'carried.tar.gz')
    const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)
    const env = { ...process.env, PATH }
    const said = execFileSync(process.execPath, ['bin/package', file], { cwd: root, env, encoding: 'utf8' })
    expect(said).toMatch(/sha256 [0-9a-f]{64} {2}carried\.tar\.gz/)
    execFileSync('tar', ['--extract', '--gzip', `--file=${file}`, `--directory=${folder}`])
    const there = oldServer(folder)
    const program = join(folder, 'tomoni', 'bin', 'tomoni')
    expect(callOn(there, program, 'help')).toContain('charter apply')
    expect(callOn(there, program, 'charter', 'check', join(root, 'test/sixth-city'))).toContain('正しく読めました')
  },
  MINUTES,
)
