// What the tests need of the machine beside Node: found, or on Debian as root installed, or named.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

interface Need {
  name: string
  /** The Debian package that brings it. */
  package: string
  find(): string | undefined
  /** What serves as well, if the package is not to be had. */
  orElse?(): string | undefined
}

const browser: Need = {
  name: 'Chromium',
  // Without a window it needs a fifth of what the whole browser takes to show the same pages.
  package: 'chromium-headless-shell',
  find: () => process.env.CHROMIUM || program('chromium-headless-shell', 'chrome-headless-shell'),
  orElse: () => program('chromium', 'chromium-browser'),
}

const needs: Need[] = [
  browser,
  { name: '日本語フォント / Japanese fonts', package: 'fonts-noto-cjk', find: japaneseFont },
  { name: 'PostgreSQL 15+ (initdb, postgres)', package: 'postgresql', find: postgresFolder },
  { name: 'Poppler (pdftotext)', package: 'poppler-utils', find: () => program('pdftotext') },
]

/** Where the tests find what they need. */
export interface Machine {
  chromium: string
  postgres: string
}

const found = (need: Need) => need.find() ?? need.orElse?.()

/** The browser that the machine has. */
export const chromium = () => found(browser)

/** Finds everything, after installing what Debian can give; throws with exactly what is missing otherwise. */
export function prepareMachine(): Machine {
  const wanted = needs.filter((need) => !need.find())
  const refused = wanted.length && isDebianRoot() ? install(wanted.map((need) => need.package)) : ''
  const still = needs.filter((need) => !found(need))
  if (still.length) {
    const list = still.map((need) => `  ${need.name} — Debian: ${need.package}`).join('\n')
    throw new Error(
      `テストに必要な次のものが見つかりません。入れてから、もう一度お試しください。 / Please install:\n${list}\n${refused}`,
    )
  }
  return { chromium: chromium()!, postgres: postgresFolder()! }
}

function isDebianRoot(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release) && process.getuid?.() === 0 && Boolean(program('apt-get'))
}

/** Each package by itself, so that one that is not to be had keeps no other away; says what apt answered where it refused. */
function install(packages: string[]): string {
  console.log(`テストに必要なものを入れています / Installing: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const answers = [
    ['update', '-qq'],
    ...packages.map((one) => ['install', '-y', '-qq', '--no-install-recommends', one]),
  ].map((args) => ({ args, ...spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 1 << 26 }) }))
  return answers
    .filter(({ status }) => status !== 0)
    .map(({ args, stdout, stderr }) => `apt-get ${args.join(' ')}\n${stdout}${stderr}`)
    .join('')
}

function program(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function japaneseFont(): string | undefined {
  const { stdout } = spawnSync('fc-list', [':lang=ja', 'file'], { encoding: 'utf8' })
  if (stdout?.trim()) return stdout.split('\n')[0]
  const folder = '/usr/share/fonts'
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .find((file) => /CJK.*\.(ttc|otf)$/.test(file))
    : undefined
}

/** The folder of the newest server on the machine that is new enough; Debian keeps each version in its own. */
function postgresFolder(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map((name) => join(debian, name, 'bin')) : []
  const onPath = program('initdb')
  return [...versions, ...(onPath ? [join(onPath, '..')] : [])]
    .map((folder) => ({ folder, version: serverVersion(folder) }))
    .filter(({ version }) => version >= 15)
    .sort((a, b) => b.version - a.version)[0]?.folder
}

function serverVersion(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}
