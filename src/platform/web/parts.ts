import type { Context } from 'hono'
import type { Actor } from '../actor.ts'
import type { Db, Door } from '../db/index.ts'
import type { Installation } from '../installation.ts'
import type { Standing } from '../refusals.ts'
import type { Uploaded } from './body.ts'
import type { PageCache } from './cache.ts'
import type { FormState } from './form.ts'
import type { Frame, Session } from './page.ts'
import type { Seal } from './seal.ts'

export type { Session }

/** What the pages need from the rest of the house; `app.tsx` puts it together. */
export interface Parts extends Installation {
  seal: Seal
  cache: PageCache
  assets: { css: string; js: string; icon?: string }
  demonstration: boolean
  /** Which city a request is about, or undefined when the address names none. */
  resolve(params: Record<string, string>): Promise<{ site: object; cityId: number } | undefined>
  session(c: Context): Promise<Session | undefined>
  /** The header that puts a session's token into the browser, or takes it out. */
  sessionCookie(token: string | null): string
  actorFor(db: Db, session: Session, cityId: number): Promise<Actor>
  /** The account outside of every city. */
  houseActor(db: Db, session: Session): Promise<Actor>
  signInUrl(next: string): string
  confirmUrl(next: string): string
  /** Keeps what was being written when the session had ended, and says where to sign in and find it again. */
  hold(c: Context, page: string, values: FormState['values']): Promise<string | undefined>
  held(db: Door, session: Session, token: string, page: string): Promise<FormState['values'] | undefined>
  /** Stores an uploaded file before the transaction; a sentence when it cannot be accepted. */
  stage(file: File): Promise<Uploaded | string>
  errorPage(
    frame: Frame,
    refusal: Standing & { status: number; sentence: string; requestId?: string; from?: string },
  ): unknown
  tooMany(key: string, limit: number): boolean
  now(): Date
}
