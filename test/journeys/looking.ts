// Checks of a page: its fields, its words, its width and its accessibility.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import type { Settings } from './visitor.ts'

/** A field of the form on the page, as a person before the screen sees it. */
export interface FieldSeen {
  id: string
  name: string
  tag: string
  type: string
  date: boolean
  numeric: boolean
  most: number
  options: string[]
  filled: boolean
}

/** The fields of the page's form, in their order. */
export const fieldsOf = (page: Page) => page.evaluate(FIELDS) as Promise<FieldSeen[]>

/** Checks that the page fits its window and, once a run for each kind of page and width, runs axe. */
export async function lookOver(page: Page, settings: Settings): Promise<void> {
  const { troubles, width = 1280, script = true } = settings
  const { pathname } = new URL(page.url())
  const where = `${width} ${kindOfPage(pathname)}`
  const wide = await page.evaluate(WIDER)
  if (wide) troubles.push(`${where} is wider than its window: ${wide}`)
  if (!script || !isFirstToLook(where)) return
  for (const one of (await page.evaluate(AXE)) as string[]) troubles.push(`${where} axe ${one}`)
}

/** A page of one kind is the same in every city; the long run checks each city's own. */
function kindOfPage(pathname: string): string {
  const kind = pathname.replace(/[rh]\d+-[a-z]+-\d+|[0-9a-f]{8}-[0-9a-f-]{27}/g, ':ref')
  return process.env.LONG === 'yes' ? kind : kind.replace(inCity, '/:city')
}

const slugs = readdirSync(join(import.meta.dirname, '../../charters')).filter((name) => !/\.|common/.test(name))
const inCity = new RegExp(`^/(${[...slugs, 'minatono'].join('|')})(?=/|$)`)

/** The process that makes the folder runs axe; see once.ts. */
function isFirstToLook(where: string): boolean {
  try {
    mkdirSync(join(process.env.LOOKED!, createHash('sha256').update(where).digest('hex')))
    return true
  } catch {
    return false
  }
}

/** An element's text, with blanks folded. */
export async function wordsOf(one: Locator): Promise<string> {
  return ((await one.textContent()) ?? '').replace(/\s+/g, ' ').trim()
}

// The functions below run in the page, which has a document.
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
const AXE = `${axe.source}
axe
  .run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} }, resultTypes: ['violations'], selectors: false })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`

const WIDER = `(() => {
  const room = document.documentElement.clientWidth
  // A fraction of a pixel is rounded up; nobody can scroll by it.
  if (document.documentElement.scrollWidth <= room + 1) return undefined
  const all = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > room)
  return all.at(-1)?.outerHTML.slice(0, 200) ?? 'the page'
})()`

const FIELDS = `(() => {
  const form = [...document.querySelectorAll('main form')].filter((one) => one.method === 'post').at(-1)
  return [...(form?.elements ?? [])]
    .filter((one) => /^(input|select|textarea)$/i.test(one.tagName) && !one.disabled)
    .filter((one) => !['hidden', 'submit', 'button'].includes(one.type))
    .map((one) => ({
      id: one.id,
      name: one.name,
      tag: one.tagName.toLowerCase(),
      type: one.type,
      date: Boolean(one.closest('date-reading')),
      numeric: one.inputMode === 'numeric',
      filled: /radio|checkbox/.test(one.type) ? one.checked : one.value !== '',
      most: one.maxLength > 0 ? one.maxLength : 1000,
      options: one.tagName === 'SELECT' ? [...one.options].map((option) => option.value) : [one.value],
    }))
})()`
