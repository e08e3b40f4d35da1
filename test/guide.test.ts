import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readEnv } from '../src/platform/env.ts'
import { maxFilesTogether } from '../src/platform/uploads/limits.ts'
import { blocksOf, blockWith, settingsOfGuide } from './guide.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'tomoni-guide-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pages = readdirSync(join(root, 'docs/guide')).map((name) => name.replace('.md', ''))
const notCommands = /^\[Unit\]|^server \{|^\w+=[^\n]*(\n\w+=|\n$)/
const commands = pages.flatMap((page) =>
  blocksOf(page)
    .filter((block) => !notCommands.test(block))
    .map((block) => ({ page, block })),
)

describe('an IT officer who copies from the guide', () => {
  test('has a file of settings with which the service starts; only SECRET is theirs to make', () => {
    const settings = settingsOfGuide()
    expect(() => readEnv('production', settings)).toThrow(/SECRET/)
    expect(readEnv('production', { ...settings, SECRET: 'x'.repeat(44) })).toMatchObject({
      FILES_DIR: '/srv/tomoni/files',
      MAIL_FROM: '協働推進課 <kyodo@example.lg.jp>',
    })
  })

  test('has the settings of the embedded database, too', () => {
    const { DATABASE_URL: _, FILES_DIR: __, ANCHORS_FILE: ___, ...others } = settingsOfGuide()
    const own = /^DATA_DIR=(.*)$/m.exec(blockWith('install', 'DATA_DIR=/srv/tomoni/data\n'))![1]
    const env = readEnv('production', { ...others, DATA_DIR: own, SECRET: 'x'.repeat(44) })
    expect([env.FILES_DIR, env.ANCHORS_FILE]).toEqual(['/srv/tomoni/data/files', '/srv/tomoni/data/anchors.jsonl'])
  })

  test.each(commands)('has commands of $page that a shell reads: $block', ({ block }) => {
    const { status, stderr } = spawnSync('sh', ['-n'], { input: placesFilled(block), encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  test('is named no command that the program has not, and no file', () => {
    const usage = spawnSync(join(root, 'bin/tomoni'), ['help'], { encoding: 'utf8' }).stdout
    const all = commands.map(({ block }) => block).join('\n')
    const named = [...all.matchAll(/bin\/tomoni ((?:[a-z]+ ?)+)/g)].map((found) => found[1]!.trim())
    expect(named.length).toBeGreaterThan(8)
    for (const words of named) expect(usage).toMatch(new RegExp(`^  ${words.split(' ')[0]}`, 'm'))
    for (const words of named.filter((one) => /^(charter|record|search|secret) /.test(one)))
      expect(usage).toContain(`  ${words.split(' ').slice(0, 2).join(' ')} `)
    for (const [path] of all.matchAll(/(?<![\w/])(bin|db)\/[\w.-]+/g))
      expect([path, existsSync(join(root, path))]).toEqual([path, true])
  })

  test('brings back everything that was saved, each for the user of the service', () => {
    const saved = [...blockWith('backup', 'pg_dump ').matchAll(/rsync --archive (\S+)/g)].map((found) => found[1]!)
    expect(saved.length).toBeGreaterThan(1)
    const restoring = blockWith('backup', 'pg_restore ').split('\n')
    const owned = restoring.find((line) => line.startsWith('chown -R tomoni: '))
    for (const path of saved) {
      const from = restoring.find(
        (line) => line.startsWith('rsync ') && line.includes(path.replace('/srv/', '/backup/')),
      )
      expect([path, from?.endsWith(path.replace(/[^/]+$/, ''))]).toEqual([path, true])
      expect(owned).toContain(` ${path.replace(/\/$/, '')}`)
    }
  })

  test('writes the heads of the record as the user of the service, who goes on writing into that file', () => {
    const lines = commands
      .flatMap(({ block }) => block.split('\n'))
      .filter((line) => /record (anchor|renew)/.test(line))
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).toMatch(/^sudo -u tomoni sh -c 'set -a; \. \/etc\/tomoni\.env; /)
  })

  test.each(['install', 'update'])('builds in %s while they may write there: the service may not', (page) => {
    expect(blockWith(page, 'npm ci --omit=dev')).toContain('npm ci --omit=dev && npm run build')
  })

  test('makes the embedded database before a city is added to it', () => {
    const block = blockWith('install', "sudo -u tomoni sh -c 'set -a; . /etc/tomoni.env; bin/tomoni charter apply")
    expect(block.indexOf('bin/tomoni migrate')).toBeGreaterThan(-1)
    expect(block.indexOf('bin/tomoni migrate')).toBeLessThan(block.indexOf('bin/tomoni charter apply'))
  })

  test('has a unit that systemd takes as it is', () => {
    const unit = blockWith('install', '[Unit]')
    expect(unit).toContain('ExecStart=/srv/tomoni/app/bin/tomoni serve')
    const file = join(folder, 'tomoni.service')
    writeFileSync(file, unit.replaceAll('/srv/tomoni/app', root))
    const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
    // Where there is no systemd, its lines are at least what they should be.
    if (verified.error) expect(unit.split('\n').filter((line) => !/^(\[\w+\]|#.*|\w+=.+|)$/.test(line))).toEqual([])
    else expect([verified.status, verified.stderr]).toEqual([0, ''])
  })

  test('has a proxy that encrypts, and lets through what the program takes', () => {
    const nginx = blockWith('install', 'proxy_pass')
    for (const line of ['listen 443 ssl;', 'ssl_certificate ', 'ssl_certificate_key ', 'X-Forwarded-For'])
      expect(nginx).toContain(line)
    expect(Number(/client_max_body_size (\d+)m/.exec(nginx)![1]) * 1024 * 1024).toBeGreaterThan(maxFilesTogether)
    expect(nginx.split('{').length).toBe(nginx.split('}').length)
  })
})

/** With something in the places that the reader fills. */
const placesFilled = (block: string) => block.replace(/<[^<>\s]+>/g, 'something').replace(/（[^）]*）/g, '')
