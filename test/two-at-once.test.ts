import { describe, expect, test } from 'vitest'
import { type Editor, editors } from './editors.ts'
import type { Answer, Browser } from './http.ts'
import { type CityWorld, useWorld } from './world.ts'

const w = useWorld()

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
  const href = await editor.open(c)
  const late = c.as(later)
  const opened = await late.get(href)
  expect(opened.status, opened.says.slice(0, 300)).toBe(200)
  const early = c.as(first)
  const before = await early.get(href)
  if (editor.saves) await editor.saves(c)
  else await confirmed(c, await send(early, before, editor, { [editor.field]: theirs }), later)

  const met = await send(late, opened, editor, { [editor.field]: mine })
  expect(met.status, met.says.slice(0, 400)).toBe(409)
  expect(met.says).toContain('ほかの方の保存と、あなたの入力を見比べてください')
  for (const words of [theirsShown, mineShown]) expect(met.says).toContain(words)
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
