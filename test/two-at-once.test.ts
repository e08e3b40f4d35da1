import { describe, expect, test } from 'vitest'
import { modules } from '../src/modules.ts'
import { type Editor, editors } from './editors.ts'
import type { Answer, Browser } from './http.ts'
import { type CityWorld, useWorld } from './world.ts'

const w = useWorld()

const comparison = 'ほかの方の保存と、あなたの入力を見比べてください'

/** The pages that change what is there and are no verbs, each with its walk; those of verbs are held to it by the laws. */
const drafts = {
  '/me': 'one’s own name',
  '/:city/proposals/:ref/edit': 'the draft of a proposal',
  '/:city/agreements/:ref/edit': 'the draft of an agreement',
}

/** Sends a form as it was opened, with these words, and once more where its letter is shown first. */
async function send(browser: Browser, opened: Answer, { more, act }: Editor, words: Record<string, string>) {
  const values = { ...opened.formValues, ...more, ...words, ...(act && { _act: act }) }
  const answer = await browser.post(opened.formAction!, values)
  if (!answer.formValues._letter) return answer
  return browser.post(answer.formAction!, { ...answer.formValues, ...(act && { _act: act }) })
}

/** What one of two officers has prepared, the other confirms. */
async function confirmed(c: CityWorld, sent: Answer, by: string): Promise<void> {
  expect(sent.status, JSON.stringify([sent.errors, sent.says.slice(0, 400)])).toBe(303)
  if (sent.location?.endsWith('/confirmation')) expect((await c.as(by).fill(sent.location)).status).toBe(303)
}

async function walk(c: CityWorld, editor: Editor): Promise<void> {
  const [first, later] = editor.people
  const [theirs, mine] = typeof editor.words === 'function' ? editor.words(c) : editor.words
  const [theirsShown, mineShown] = editor.shown?.(c) ?? [theirs, mine]
  expect(theirs).not.toBe(mine)
  const href = await editor.open(c)
  const late = c.as(later)
  const opened = await late.get(href)
  expect(opened.status, opened.says.slice(0, 300)).toBe(200)
  expect(Object.keys(opened.formValues)).toContain(editor.field)
  const early = c.as(first)
  const before = await early.get(href)
  if (editor.saves) await editor.saves(c)
  else await confirmed(c, await send(early, before, editor, { [editor.field]: theirs }), later)

  const met = await send(late, opened, editor, { [editor.field]: mine })
  expect(met.status, met.says.slice(0, 400)).toBe(409)
  // Within the comparison: a list to choose from names everything there is.
  for (const words of [theirsShown, mineShown]) expect(met.notice(comparison)).toContain(words)
  expect(met.formValues[editor.field]).toBe(mine)
  expect((await late.get(href)).formValues[editor.field], 'nothing is written yet').toBe(theirs)

  const again = await send(late, met, editor, {})
  await confirmed(c, again, first)
  if (!editor.saves) expect((await late.get(href)).formValues[editor.field]).toBe(mine)
}

describe('two people open the same form; the later one is shown both versions, keeps their own, and saves it knowingly', () => {
  test.each(editors.map((editor) => [editor.name, editor] as const))('%s', (_, editor) =>
    w.inCity('kawaguchi', (c) => walk(c, editor)),
  )
})

test('every page of a draft that compares what two have written is among them', () => {
  const pagesOfVerbs = new Set<unknown>(modules.flatMap(({ actions = [] }) => actions.map(({ page }) => page)))
  const comparing = modules.flatMap(({ routes = {} }) =>
    Object.entries(routes).flatMap(([pattern, page]) =>
      (page.edits || page.revision) && !pagesOfVerbs.has(page) ? [pattern] : [],
    ),
  )
  expect(comparing.toSorted()).toEqual(Object.keys(drafts).toSorted())
  expect(editors.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.values(drafts)))
})
