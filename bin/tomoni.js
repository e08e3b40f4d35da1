// `bin/tomoni`, which found the Node for it.
import './node-version.cjs'
import { existsSync } from 'node:fs'
import { becomes, beThrifty, buildIfStale, installPackages, root } from './setup.js'

beThrifty()
// An installation builds once; a working copy builds whenever its sources changed.
if (!existsSync(`${root}/dist/main.js`) || existsSync(`${root}/.git`)) {
  await installPackages()
  await buildIfStale()
}
await becomes('dist/main.js', process.argv.slice(2))
