import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Answered, answersOf } from '../src/commands/answers.ts'
import { generated } from '../src/commands/generated.ts'
import { modules } from '../src/modules.ts'

test('every document that is made from the code is as fresh as the code: if not, run `bin/tomoni generate`', async () => {
  const stale: string[] = []
  for (const [file, text] of Object.entries(await generated())) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file)
  }
  expect(stale).toEqual([])
})

test('who looks for the file of an address is led to the one that answers', () => {
  const answers = new Map(modules.flatMap(answersOf).map((one) => [one.pattern, one]))
  const found = (pattern: string): Partial<Answered> => {
    const { what, file, beside } = answers.get(pattern)!
    return { what, file, beside }
  }
  // The page of a draft replaces the verb's own.
  expect(found('/:city/proposals/:ref/edit')).toEqual({
    what: 'form',
    file: 'src/modules/proposals/pages/edit.tsx',
    beside: 'actions/revise.ts',
  })
  expect(found('/:city/agreements/:ref/signature')).toEqual({
    what: 'verb',
    file: 'src/modules/agreements/actions/sign.ts',
    beside: 'actions/sign.page.tsx',
  })
  // Two nouns of a module may have a verb with the same path.
  for (const [pattern, file] of [
    ['/:city/groups/:number/members/:member/end', 'end-membership.ts'],
    ['/:city/groups/:number/end', 'end-department.tsx'],
    ['/:city/groups/new', 'register.ts'],
    ['/:city/departments/new', 'add-department.tsx'],
  ] as const)
    expect(found(pattern).file).toBe(`src/modules/parties/actions/${file}`)
  expect(found('/:city/proposals/:ref/decision/confirmation').what).toBe('confirmation')
  expect(found('/:city/proposals/:ref/correction').what).toBe('former address')
  expect(found('/me/inbox').what).toBe('redirect')
  expect(found('/:city/projects/:ref/letters/:letter')).toMatchObject({
    what: 'document',
    file: 'src/site/letters.tsx',
  })
})
