import { createHash } from 'node:crypto'
import type { FormState } from './form.ts'
import type { Page, Request } from './page.ts'

type Values = FormState['values']

interface Asked {
  data: unknown
  published: unknown
  /** The form as typed, or as it is shown first. */
  values: Values
}

/** A page's revision: the one its row keeps, else a digest of the words that its form changes; undefined without either. */
export async function revisionOf(page: Page, request: Request, asked: Asked): Promise<string | undefined> {
  if (page.revision) return page.revision(asked.data)
  const words = await wordsNow(page, request, asked)
  return words && digestOf(words)
}

/** The words that a page's form changes, as they are now. */
export async function wordsNow(
  page: Page,
  request: Request,
  { data, published, values }: Asked,
): Promise<Values | undefined> {
  if (page.edits) return page.edits(data, { ...request, published }, values)
  return page.revision && page.blank?.(data, { ...request, published })
}

function digestOf(values: Values): string {
  const sorted = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url')
}
