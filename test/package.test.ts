import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { callOn, oldServer } from './old-server.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'tomoni-package-test-'))
const PATH = oldServer(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('on a server whose own Node is too old, the command runs on the one that came with the packages', () => {
  const app = join(folder, 'app')
  for (const part of ['bin', 'package.json']) cpSync(join(root, part), join(app, part), { recursive: true })
  mkdirSync(join(app, 'node_modules/.bin'), { recursive: true })
  symlinkSync(process.execPath, join(app, 'node_modules/.bin/node'))
  mkdirSync(join(app, 'dist'))
  writeFileSync(join(app, 'dist/main.js'), 'console.log(process.version, ...process.argv.slice(2))')
  symlinkSync(join(app, 'bin/tomoni'), join(folder, 'command'))
  for (const program of [join(app, 'bin/tomoni'), join(folder, 'command')])
    expect(callOn(PATH, program, 'charter', 'check', 'a b')).toBe(`${process.version} charter check a b\n`)
})
