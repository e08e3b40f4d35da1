import { z } from 'zod'
import { type Db, doorOf } from '../db/index.ts'
import { Conflict, ensureNothingWrong, type Wrong } from '../refusals.ts'
import type { Arrival } from './arrival.ts'
import { errorsOf, unflatten } from './body.ts'
import type { FormState } from './form.ts'
import type { OtherAct, Page, Reading, Sent } from './page.ts'
import { door, load, readPublished, resolveActor } from './read.ts'
import { revisionOf, wordsNow } from './revision.ts'
import { said } from './said.ts'
import { sha256 } from './seal.ts'
import { senderOf } from './sender.ts'
import { claimSending, finishSending } from './sendings.ts'
import type { Typed } from './typed.ts'

export interface SentForm {
  at: Arrival
  pattern: string
  page: Page
  /** The act of another button than the page's own. */
  other: OtherAct<unknown> | undefined
  typed: Typed
}

/** Does the form's work once, in one transaction; throws a refusal, or the letter to be shown first. */
export async function submit(form: SentForm): Promise<Sent> {
  const { at, page, other, typed } = form
  const published = await readPublished(at, page)
  const prepared = page.prepare && !other ? await page.prepare(parse(form, undefined), at.request) : undefined
  return door(at, page).run(async (db) => {
    await resolveActor(at, db)
    const before = await claim(db, form)
    if (before) return before
    const context = { ...at.request, db, prepared, published }
    const seen = await load(at, page, db, published)
    const data = page.hold ? await page.hold(context, seen) : seen
    const input = parse(form, data)
    await checkRevision(form, data, published)
    if (!other) await showLetterFirst(form, context, input, data)
    const sent = await withRevision(form, db, published, await perform(form, context, input, data))
    if (doorOf(db) === 'city') await finishSending(db, senderOf(at), typed.key ?? '', sent)
    return sent
  })
}

function perform({ pattern, page, other }: SentForm, ...given: Parameters<NonNullable<Page['submit']>>): Promise<Sent> {
  const act = other?.submit ?? page.submit
  if (!act) throw new Error(`The form of ${pattern} was sent by none of its buttons, and does nothing else`)
  return act(...given)
}

/** A form that saves by itself goes on from the revision that it has just saved. */
async function withRevision({ at, page, other, typed }: SentForm, db: Db, published: unknown, sent: Sent) {
  if (!other?.repeatable || !page.edits || typeof sent === 'string') return sent
  const data = await load(at, page, db, published)
  return { ...sent, revision: await revisionOf(page, at.request, { data, published, values: typed.values }) }
}

async function checkRevision({ at, page, typed }: SentForm, data: unknown, published: unknown): Promise<void> {
  const asked = { data, published, values: typed.values }
  const revision = await revisionOf(page, at.request, asked)
  if (revision === undefined || typed.revision === revision) return
  const values = await wordsNow(page, at.request, asked)
  throw new Conflict(said.otherSaved, values && { values, revision })
}

/** A letter that was not shown yet, or in other words: nothing is done, and the page shows it. */
export class LetterToShow extends Error {
  constructor(readonly shown: NonNullable<FormState['letter']>) {
    super('The letter is shown before it is issued.')
  }
}

async function showLetterFirst({ page, typed }: SentForm, c: Reading, input: unknown, data: unknown): Promise<void> {
  const document = await page.letter?.(c, input, data)
  if (!document) return
  const digest = sha256(JSON.stringify(document))
  if (typed.letter !== digest) throw new LetterToShow({ document, digest })
}

function claim(db: Db, { at, pattern, other, typed }: SentForm): Promise<Sent | undefined> | undefined {
  if (doorOf(db) !== 'city' || other?.repeatable) return undefined
  const files = Object.values(typed.files ?? {}).flat()
  return claimSending(db, {
    sender: senderOf(at),
    key: typed.key ?? '',
    route: pattern + at.request.url,
    body: sha256(JSON.stringify([typed.values, files.map((file) => file.id)])),
    now: at.request.now,
  })
}

/** The form's input. Refuses with all that is wrong at once: its files, its fields, and what the data refuses of the rest. */
function parse({ at, page, other, typed }: SentForm, data: unknown): unknown {
  const form = other ? other.form : typeof page.form === 'function' ? page.form(data) : page.form
  const given = givenIn(typed)
  const read = form?.safeParse(given)
  const input = read?.success ? read.data : readableIn(form, given)
  const refused = other || data === undefined ? {} : page.wrong?.(input as object, data, at.request)
  ensureNothingWrong(inOrderOf(form, { ...refused, ...(read?.error && errorsOf(read.error)), ...typed.errors }))
  return read?.data
}

/** In the order of the form's fields, in which people put them right. */
function inOrderOf(form: z.ZodType | undefined, wrong: Wrong): Wrong {
  const fields = ['', ...(form instanceof z.ZodObject ? Object.keys(form.shape) : [])]
  const places = new Map(fields.map((field, place) => [field, place]))
  const placeOf = ([name]: [string, unknown]) => places.get(name.split('.')[0] ?? '') ?? fields.length
  return Object.fromEntries(Object.entries(wrong).sort((one, other) => placeOf(one) - placeOf(other)))
}

function givenIn({ values, files = {}, revision }: Typed): Record<string, unknown> {
  const attached = Object.entries(files).map(([name, list]) => [
    name,
    list.map(({ sha256, name, type, bytes }) => ({ sha256, name, type, bytes })),
  ])
  return { ...unflatten({ ...values, ...Object.fromEntries(attached) }), _revision: revision }
}

/** The fields that could be read, of a form of which others could not. */
function readableIn(form: z.ZodType | undefined, given: Record<string, unknown>): Record<string, unknown> {
  if (!(form instanceof z.ZodObject)) return {}
  return Object.fromEntries(
    Object.entries(form.shape).flatMap(([name, field]) => {
      const read = (field as z.ZodType).safeParse(given[name])
      return read.success ? [[name, read.data]] : []
    }),
  )
}
