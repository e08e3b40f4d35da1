import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The PATH of a server as Debian 12 makes it, whose own Node is too old for anything. */
export function oldServer(folder: string): string {
  const own = join(folder, 'old')
  mkdirSync(own)
  writeFileSync(join(own, 'node'), '#!/bin/sh\necho "SyntaxError: too old" >&2\nexit 1\n')
  chmodSync(join(own, 'node'), 0o755)
  return [own, '/usr/bin', '/bin'].join(delimiter)
}

/** What a program answers there; no other variable is set. */
export const callOn = (PATH: string, program: string, ...args: string[]) =>
  execFileSync(program, args, { env: { PATH }, cwd: '/', encoding: 'utf8' })
