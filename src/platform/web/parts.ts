import type { Context } from 'hono'
import type { Actor } from '../actor.ts'
import type { Db, Door } from '../db/index.ts'
import type { Installation } from '../installation.ts'
import type { Standing } from '../refusals.ts'
import type { Stage, StorageRoom } from '../uploads/index.ts'
import type { Unsent } from './away.ts'
import type { PageCache } from './cache.ts'
import type { FormState } from './form.ts'
import type { Frame, Session } from './page.ts'
import type { Seal } from './seal.ts'

export type { Session }

/** What was being written when a session had ended, and the session that showed the form, where it proves that. */
export interface FormToHold {
  page: string
  values: FormState['values']
  session?: string
}

export interface Parts extends Installation {
  seal: Seal
  cache: PageCache
  assets: { css: string; js: string; icon?: string }
  demonstration: boolean
  /** Finds the city of a request; undefined when the address names an unknown one. */
  resolve(params: Record<string, string>): Promise<{ site: object; cityId: number } | undefined>
  session(c: Context): Promise<Session | undefined>
  /** The Set-Cookie header for a session's token; null removes it. */
  sessionCookie(token: string | null): string
  actorFor(db: Db, session: Session, cityId: number): Promise<Actor>
  houseActor(db: Db, session: Session): Promise<Actor>
  signInUrl(next: string): string
  confirmUrl(next: string): string
  /** Keeps the typed form of an ended session, and returns the sign-in address that leads back to it. */
  hold(c: Context, form: FormToHold): Promise<string | undefined>
  /** The account of a session, open or ended. */
  ownerOf(session: string): Promise<string | undefined>
  held(db: Door, session: Session, token: string, page: string): Promise<FormState['values'] | undefined>
  /** Stores an uploaded file before the transaction; returns a sentence for a refused one. */
  stage: Stage
  /** How much storage is left, where it has an end. */
  room?: StorageRoom
  errorPage(
    frame: Frame,
    refusal: Standing & { status: number; sentence: string; requestId?: string; from?: string },
  ): unknown
  /** The page while the database is away, with the form that could not be taken. */
  awayPage(frame: Frame, unsent?: Unsent): unknown
  tooMany(key: string, limit: number): boolean
  now(): Date
}
