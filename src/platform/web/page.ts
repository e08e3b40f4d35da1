import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/index.ts'
import type { Installation } from '../installation.ts'
import type { PdfDocument } from '../pdf/document.ts'
import type { Wrong } from '../refusals.ts'
import type { Rule, Ruling } from '../ruling.ts'
import type { Lang } from '../words/lang.ts'
import type { Wording } from './compared.ts'
import type { FormState } from './form.ts'

/**
 * The part of a request that modules resolve (the city), added by declaration merging.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Site {}

export interface Session {
  id: string
  account_id: string
  /** False until staff have given their second factor, which is all they may do till then. */
  confirmed: boolean
  lang?: Lang
  /** The last proof of identity; sensitive changes need a recent one. */
  authenticated_at?: Date
}

export interface Request extends Site {
  actor: Actor
  session?: Session
  from?: { address: string; browser: string }
  now: Date
  /** An installation of invented people, which sends no mail. */
  demonstration: boolean
  installation: Installation
  lang: Lang
  params: Record<string, string>
  query: URLSearchParams
  url: string
}

export type Reading = Request & { db: Db }

export interface Frame extends Request {
  /** The language of the page's content: the chosen one where the page is `translated`, else Japanese. */
  lang: Lang
  /** The language of the frame: always the chosen one. */
  chosen: Lang
  flash?: string
  csrf: string
  /** A mark of the signed-in person, under which the browser keeps what they write. */
  owner?: string
  assets: { css: string; js: string; icon?: string }
}

/** Who may see a page: everyone, everyone signed in, or whom a rule allows. */
export type Who<Data> =
  | 'anyone'
  | 'signed-in'
  | Rule<[actor: Actor, data: Data, now: Date]>
  | ((actor: Actor, data: Data, now: Date) => Ruling)

/** The ruling of a page's rule for this actor. */
export function rulingFor<Data>(who: Exclude<Who<Data>, string>, actor: Actor, data: Data, now: Date): Ruling {
  return 'why' in who ? who.why(actor, data, now) : who(actor, data, now)
}

/** The next page, its sentence, the token for the session cookie (null signs out), and the language to keep. */
export type Sent = string | { to: string; flash?: string; revision?: string; session?: string | null; lang?: Lang }

export interface Views<Published, Data> {
  frame: Frame
  published: Published
  data: Data
  form: FormState
}

export interface OtherAct<Data> {
  form: z.ZodType
  /** A method, so that each implementation declares its own input type. */
  submit(c: Reading, input: unknown, data: Data): Promise<Sent>
  /** The same page may be saved repeatedly: the record's revision guards it, not the form's key. */
  repeatable?: boolean
}

export interface PageSpec<Published, Data, Form extends z.ZodType> {
  door?: 'city' | 'house'
  who: Who<Data>
  /** Allowed before the second factor: the page that asks for it, and signing out. */
  unconfirmed?: true
  /** The rule behind `who`, where the page gives it a part of its data: the tables of addresses name it. */
  // biome-ignore lint/suspicious/noExplicitAny: the thing is a part of the loaded data
  rule?: Rule<[actor: Actor, thing: any, now: Date]>
  /** Reads the public part through the public door, before anything else; undefined is 404. */
  published?: (c: Reading) => Promise<Published | undefined>
  /** Reads what this person may see; undefined is 404. */
  load?: (c: Reading & { published: Published }) => Promise<Data | undefined>
  /** The data of `load` for a guest, without the city door, so that the page can be cached; a published null is 404. */
  guest?: (c: Reading & { published: NonNullable<Published> }) => Data | Promise<Data>
  view?: (props: Views<Published, Data>) => Child
  form?: Form | ((data: Data) => Form)
  /** What the data or the day refuses in the input, by field; of a form with errors the input has the readable fields. */
  wrong?: (input: Partial<z.output<Form>>, data: Data, c: Request) => Wrong
  /** The form's values before anything is typed: flat names, see `flatten`. */
  blank?: (data: Data, c: Request & { published: Published }) => FormState['values'] | Promise<FormState['values']>
  /**
   * The words that the form changes as they are now, as form values; `values` is the form as typed. They fill the form
   * unless `blank` does, and whoever saves after another person is shown both first.
   */
  edits?: (
    data: Data,
    c: Request & { published: Published },
    values: FormState['values'],
  ) => FormState['values'] | Promise<FormState['values']>
  /** Reads the data again under its lock before a form with `edits` is taken, so that nobody saves in between. */
  hold?: (c: Reading & { published: Published }, data: Data) => Promise<Data>
  /** The fields in words, for the comparison with what another person saved meanwhile. */
  wording?: (data: Data, lang: Lang) => Wording
  /** The row's own revision, where it is kept: instead of a digest of `edits`. */
  revision?: (data: Data) => string
  /** Slow work outside any transaction (hashing a password); its result is the input's `prepared`. */
  prepare?: (input: z.output<Form>, c: Request) => Promise<unknown>
  submit?: (
    c: Reading & { prepared: unknown; published: Published },
    input: z.output<Form>,
    data: Data,
  ) => Promise<Sent>
  /** The letter of this sending, if any: the first sending shows it, the second issues it (law 1). */
  letter?: (c: Reading, input: z.output<Form>, data: Data) => Promise<PdfDocument | undefined>
  acts?: Record<string, OtherAct<Data>>
  /** The most sendings in ten minutes from one account or address. */
  limit?: number
  /** Written in every language; other pages are in Japanese and say so in the reader's language. */
  translated?: true
}

// biome-ignore lint/suspicious/noExplicitAny: the types were checked where the page was defined
export type Page = PageSpec<any, any, any>

/**
 * Declares a page: rule, data, view and form.
 * ```
 * definePage({ who: canEditProposal, load: (c) => findProposal(c.db, c.actor, c.params.ref), view: EditProposalPage,
 *   form: ProposalForm, submit: (c, input, proposal) => reviseProposal(c, proposal, input).then(…) })
 * ```
 */
export function definePage<Published = undefined, Data = undefined, Form extends z.ZodType = z.ZodUndefined>(
  page: PageSpec<Published, Data, Form>,
): Page {
  return page
}

export type Pages = Record<string, Page>

/** Checks the types of a module's pages. */
export function pages(list: Pages): Pages {
  return list
}
