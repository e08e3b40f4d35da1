import type { Context, Hono } from 'hono'
import { type Db, isId } from '../db/index.ts'
import type { Module } from '../module.ts'
import { NotFound } from '../refusals.ts'
import { type Parts, refuse, rulingFor, strayFrame } from '../web/index.ts'
import { fileHeaders } from './headers.ts'
import type { FileStore } from './store.ts'
import { urls } from './urls.ts'

export type FileRules = NonNullable<Module['files']>

interface Found {
  sha256: string
  name: string
  type: string
  bytes: number
  isPublic: boolean
}

/** Serves unpublished files only to whom the subject's rule allows, at each request (attack classes 10 and 16). */
export function serveFiles(app: Hono, parts: Parts, store: FileStore, rules: FileRules): void {
  app.get(urls.file.pattern, async (c) => {
    const at = await addressed(c, parts)
    const published = at && (await parts.doors.public.run((db) => findPublished(db, at.cityId, at.id)))
    if (published) return send(c, store, published)
    const session = await parts.session(c)
    const here = new URL(c.req.url).pathname
    // The answer does not show whether the file exists.
    if (!session) return c.redirect(parts.signInUrl(here), 303)
    if (!session.confirmed) return c.redirect(parts.confirmUrl(here), 303)
    const found =
      at &&
      (await parts.doors.city(at.cityId).run(async (db) => {
        const actor = await parts.actorFor(db, session, at.cityId)
        const file = await findAny(db, at.cityId, at.id)
        const rule = file && Object.hasOwn(rules, file.subject_kind) ? rules[file.subject_kind] : undefined
        const thing = file && (await rule?.of(db, file.subject_id))
        return rule && thing !== undefined && rulingFor(rule.who, actor, thing, parts.now()).allowed ? file : undefined
      }))
    return found
      ? send(c, store, { ...found, isPublic: false })
      : refuse(c, parts, strayFrame(c, parts), new NotFound('お探しのファイルは見つかりませんでした。'))
  })
}

async function addressed(c: Context, parts: Parts): Promise<{ cityId: number; id: string } | undefined> {
  const { city, id } = c.req.param()
  if (!city || !isId(id)) return undefined
  const at = await parts.resolve({ city })
  return at && { cityId: at.cityId, id }
}

async function findPublished(db: Db, cityId: number, id: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('published.files')
    .select(['sha256', 'name', 'type', 'bytes'])
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, isPublic: true }
}

function findAny(db: Db, cityId: number, id: string) {
  return db
    .selectFrom('files')
    .select(['sha256', 'name', 'type', 'bytes', 'subject_kind', 'subject_id'])
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

async function send(c: Context, store: FileStore, file: Found): Promise<Response> {
  const etag = `"${file.sha256.slice(0, 32)}"`
  const headers = {
    ...fileHeaders(file),
    // No browser caches a private file: the next person at a shared computer could go back to it.
    ...(file.isPublic
      ? { 'Cache-Control': 'max-age=0, must-revalidate', ETag: etag }
      : { 'Cache-Control': 'no-store' }),
  }
  if (file.isPublic && c.req.header('if-none-match') === etag) {
    return new Response(null, { status: 304, headers: { ETag: etag, 'Cache-Control': headers['Cache-Control'] } })
  }
  // A HEAD request has no body, so the stream would stay open.
  if (c.req.method === 'HEAD') return new Response(null, { headers })
  const body = await store.read(file.sha256)
  if (!body) throw new Error(`The store has lost the file ${file.sha256}. Look for it in a backup.`)
  return new Response(body, { headers })
}
