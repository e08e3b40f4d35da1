import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileOfDebian } from '../debian.ts'

const MINUTES = 600_000
const program = join(import.meta.dirname, '../../dist/main.js')
const folder = mkdtempSync(join(tmpdir(), 'tomoni-clock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
let faketime: string

beforeAll(() => {
  faketime = fileOfDebian(folder, 'libfaketime', `/usr/lib/${architecture}-linux-gnu/faketime/libfaketime.so.1`)
}, MINUTES)

/** Runs a command of the program while the machine's clock is that far off: `at('+2d', 'record', 'verify')`. */
function at(off: string, ...args: string[]) {
  const clock = off === 'right' ? {} : { LD_PRELOAD: faketime, FAKETIME: off, FAKETIME_DONT_FAKE_MONOTONIC: '1' }
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), TZ: 'Asia/Tokyo', ...clock }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' })
  return { status, says: stdout + stderr }
}

const invited = (off: string, who: string) => at(off, 'administrator', 'kawaguchi', `${who}@example.lg.jp`, '市川 花子')

describe('a clock that steps', () => {
  test(
    'forwards is believed, and back behind the record stops the writing with a sentence, until it is right again',
    () => {
      const begun = at('right', 'migrate')
      expect(begun.status, begun.says).toBe(0)
      expect(at('right', 'charter', 'apply', 'charters/kawaguchi')).toMatchObject({ status: 0 })
      expect(invited('right', 'first')).toMatchObject({ status: 0 })
      expect(invited('+2d', 'ahead')).toMatchObject({ status: 0 })
      const back = invited('right', 'back')
      expect(back.status).not.toBe(0)
      expect(back.says).toContain('サーバーの時計')
      expect(at('right', 'record', 'verify').says).not.toContain('時刻が前後')
      expect(invited('+3d', 'right-again')).toMatchObject({ status: 0 })
      expect(at('+3d', 'record', 'verify')).toMatchObject({ status: 0 })
    },
    MINUTES,
  )
})
