import { newId } from '../db/index.ts'
import { asksForFiles } from '../fields/files.ts'
import { readingsAsRuby } from '../words/furigana.ts'
import type { Lang } from '../words/lang.ts'
import { sentenceIn } from '../words/sentences.ts'
import { type Arrival, pathOf } from './arrival.ts'
import { changedWords, theirsIn } from './compared.ts'
import type { FormState } from './form.ts'
import { onlyLanguage } from './language.ts'
import type { Frame, Page } from './page.ts'
import type { Loaded } from './read.ts'
import { revisionOf, wordsNow } from './revision.ts'
import type { Typed } from './typed.ts'

type Values = FormState['values']

export async function render(at: Arrival, page: Page, loaded: Loaded, typed?: Typed): Promise<Response> {
  if (!page.view) throw new Error(`The page of ${at.c.req.path} has no view to be shown with`)
  const { c, parts, session } = at
  const form = await formFor(at, page, loaded, typed)
  const node = await page.view({ frame: loaded.frame, published: loaded.published, data: loaded.data, form })
  const html = htmlOf(node, loaded.frame)
  const cacheable = !session && !typed && page.who === 'anyone' && (!page.load || page.guest) && !page.form
  if (!cacheable || c.req.query('lang') !== undefined || !onlyLanguage(c.req.header('cookie'))) {
    c.header('Cache-Control', page.form || session ? 'no-store' : 'max-age=0, must-revalidate')
    c.header('Vary', 'Cookie, Accept-Language')
    return c.html(html, (typed?.status ?? 200) as 200)
  }
  return parts.cache.answer(c, at.cityId, html, loaded.frame.chosen)
}

/** A page as HTML; plain Japanese with ruby. */
export function htmlOf(node: unknown, { chosen }: Pick<Frame, 'chosen'>): string {
  const html = String(node)
  return chosen === 'easy' ? readingsAsRuby(html) : html
}

async function formFor(at: Arrival, page: Page, loaded: Loaded, typed?: Typed): Promise<FormState> {
  const values = typed?.values ?? (await firstValues(at, page, loaded))
  return {
    action: pathOf(at),
    values,
    errors: errorsIn(loaded.frame.lang, typed?.errors ?? {}),
    csrf: loaded.frame.csrf,
    key: typed?.key ?? newId(),
    revision: typed?.revision ?? (await revisionNow(at, page, loaded, values)),
    compared: comparedIn(page, loaded, values),
    files: typed?.files,
    letter: typed?.shown,
    room: await roomFor(at, page),
  }
}

async function firstValues({ request }: Arrival, page: Page, { data, published }: Loaded): Promise<Values> {
  if (page.blank) return page.blank(data, { ...request, published })
  return (await wordsNow(page, request, { data, published, values: {} })) ?? {}
}

async function revisionNow({ request }: Arrival, page: Page, { data, published }: Loaded, values: Values) {
  return data === undefined ? undefined : revisionOf(page, request, { data, published, values })
}

function comparedIn(page: Page, { data, frame }: Loaded, values: Values): FormState['compared'] {
  const theirs = theirsIn(values)
  return theirs && page.wording ? changedWords(page.wording(data, frame.lang), theirs, values) : undefined
}

/** Looked up only for a form that takes files: its sender is told before the storage is full. */
async function roomFor({ parts, session, cityId, request }: Arrival, { form }: Page): Promise<FormState['room']> {
  if (!session || !parts.room || cityId === 0 || !form || typeof form === 'function' || !asksForFiles(form))
    return undefined
  return parts.room.look({ cityId, account_id: session.account_id, now: request.now })
}

function errorsIn(lang: Lang, errors: FormState['errors']): FormState['errors'] {
  return Object.fromEntries(Object.entries(errors).map(([name, text]) => [name, sentenceIn(lang, text) ?? text]))
}
