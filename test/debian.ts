import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A file of a Debian package: the machine's, else the package's own, unpacked in the folder and not installed. */
export function fileOfDebian(folder: string, name: string, path: string): string {
  if (existsSync(path)) return path
  execFileSync('apt-get', ['update', '-qq'])
  execFileSync('apt-get', ['download', name], { cwd: folder, stdio: 'pipe' })
  const [file] = readdirSync(folder).filter((one) => one.startsWith(`${name}_`) && one.endsWith('.deb'))
  execFileSync('dpkg-deb', ['--extract', file!, 'unpacked'], { cwd: folder })
  return join(folder, 'unpacked', path)
}
