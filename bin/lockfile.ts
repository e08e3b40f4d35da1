// Completes package-lock.json with the optional packages of other platforms that npm could not reach when it wrote it.
// Without their entries `npm ci` refuses the whole file, on every platform. Run after each change of the dependencies.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Entry {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32']
const processors = [
  'arm64',
  'arm',
  'armv7',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
]

const file = join(import.meta.dirname, '..', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }

const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => ({ name, version, dev: entry.dev })),
)
for (const { name, version, dev } of missing) {
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: ${version} is not an exact version; add it by hand.`)
  const words = name.split(/[/-]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors
    .filter((processor) => words.includes(processor))
    .map((word) => (word === 'armv7' ? 'arm' : word))
  if (!os.length || !cpu.length) throw new Error(`${name} does not name its platform; add it by hand.`)
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu,
    ...(dev && { dev }),
    ...(libc && { libc }),
    optional: true,
    os,
  }
}
if (missing.length) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
}
console.log(`${missing.length} entries added.`)

/** Looks where Node would: beside the package, then in each folder above it. */
function isLocked(from: string, name: string): boolean {
  const parts = from.split('/node_modules/')
  return (
    parts.some((_, depth) => {
      const above = parts.slice(0, parts.length - depth).join('/node_modules/')
      return lock.packages[`${above}${above ? '/' : ''}node_modules/${name}`]
    }) || `node_modules/${name}` in lock.packages
  )
}
