import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { permissionsMd } from '../src/commands/permissions.ts'

test('the table of permissions is as fresh as the rules and the demonstration: if not, run `bin/tomoni generate`', async () => {
  expect(await permissionsMd()).toBe(await readFile('docs/generated/permissions.md', 'utf8'))
  // It makes two demonstrations, which takes minutes on a loaded machine.
}, 600_000)
