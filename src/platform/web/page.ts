import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/index.ts'
import type { Installation } from '../installation.ts'
import type { PdfDocument } from '../pdf/document.ts'
import type { Rule, Ruling } from '../ruling.ts'
import type { Lang } from '../words/lang.ts'
import type { FormState } from './form.ts'

/**
 * What a request is about beside who asks; modules that resolve more (the city) add it by declaration merging.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Site {}

/** Who is signed in, as far as the web knows; what they may do in a city is the actor's. */
export interface Session {
  id: string
  account_id: string
  /** Staff who have not given their second factor yet may only go and give it. */
  confirmed: boolean
  lang?: Lang
  /** When the person last showed who they are; delicate changes want it to be a short time ago. */
  authenticated_at?: Date
}

/** What every function of a page may look at. */
export interface Request extends Site {
  actor: Actor
  session?: Session
  /** Where a request comes from: for limits, and for the list of browsers a person is signed in with. */
  from?: { address: string; browser: string }
  now: Date
  /** An installation of invented people, where no mail leaves the house. */
  demonstration: boolean
  installation: Installation
  /** The language this person chose. */
  lang: Lang
  params: Record<string, string>
  query: URLSearchParams
  /** Path and query as asked for. */
  url: string
}

export type Reading = Request & { db: Db }

/** What the frame around a page needs: who is here, what was just done, where the styles are. */
export interface Frame extends Request {
  /** The language of the page's own matter: the one chosen where the page is `translated`, Japanese everywhere else. */
  lang: Lang
  /** The language of the frame around it: always the one chosen. */
  chosen: Lang
  flash?: string
  csrf: string
  assets: { css: string; js: string; icon?: string }
}

/** Who may see a page: everyone, everyone signed in, or whoever the rule says. Always written out. */
export type Who<Data> =
  | 'anyone'
  | 'signed-in'
  | Rule<[actor: Actor, data: Data, now: Date]>
  | ((actor: Actor, data: Data, now: Date) => Ruling)

/** What the rule of a page answers to this person. */
export function askWho<Data>(who: Exclude<Who<Data>, string>, actor: Actor, data: Data, now: Date): Ruling {
  return 'why' in who ? who.why(actor, data, now) : who(actor, data, now)
}

/**
 * Where to go after a form was sent, the sentence that confirms it there, when it signs in or out the token for the
 * browser's cookie or null, and the language this browser is to keep.
 */
export type Sent = string | { to: string; flash?: string; revision?: string; session?: string | null; lang?: Lang }

export interface Views<Published, Data> {
  frame: Frame
  published: Published
  data: Data
  form: FormState
}

/** What else one of the form's buttons does (`<button name="_act" value="save">`). */
export interface OtherAct<Data> {
  form: z.ZodType
  /** A method, so that each may say for itself which input its form has read. */
  submit(c: Reading, input: unknown, data: Data): Promise<Sent>
  /** Saving the same page again and again is meant to work: the record's revision guards it, not the form's key. */
  repeatable?: boolean
}

/** A URL a person visits. See docs/guide in the house's decision on pages; `definePage` gives the types. */
export interface PageSpec<Published, Data, Form extends z.ZodType> {
  /** Which door `load` and `submit` come through. */
  door?: 'city' | 'house'
  who: Who<Data>
  /** May be used before the second factor was given: the page that asks for it, and signing out. */
  unconfirmed?: true
  /** The rule behind `who`, where the page gives it a part of what it loaded: the tables of addresses name it. */
  // biome-ignore lint/suspicious/noExplicitAny: the thing is a part of what was loaded
  rule?: Rule<[actor: Actor, thing: any, now: Date]>
  /** Reads what everyone may see, through the public door, before anything else; undefined is 404. */
  published?: (c: Reading) => Promise<Published | undefined>
  /** Reads what this person may see; undefined is 404. */
  load?: (c: Reading & { published: Published }) => Promise<Data | undefined>
  /**
   * What `load` would give to somebody who is not signed in, read through the public door. With it the city door stays
   * shut for guests, and what they see can be kept until something changes. A published null is then not found.
   */
  guest?: (c: Reading & { published: NonNullable<Published> }) => Data | Promise<Data>
  view?: (props: Views<Published, Data>) => Child
  form?: Form | ((data: Data) => Form)
  /** What the form holds before anything is typed: flat names, see `flatten`. */
  blank?: (data: Data, c: Request & { published: Published }) => FormState['values'] | Promise<FormState['values']>
  /** The version of the record that the form starts from. */
  revision?: (data: Data) => string
  /** Slow work that must not stand inside a transaction (hashing a password); its result is the input's `prepared`. */
  prepare?: (input: z.output<Form>, c: Request) => Promise<unknown>
  submit?: (
    c: Reading & { prepared: unknown; published: Published },
    input: z.output<Form>,
    data: Data,
  ) => Promise<Sent>
  /** The letter that this sending would issue, if any: the first sending shows it, the second issues it (house law 1). */
  letter?: (c: Reading, input: z.output<Form>, data: Data) => Promise<PdfDocument | undefined>
  acts?: Record<string, OtherAct<Data>>
  /** At most so many sendings in ten minutes from one account or address. */
  limit?: number
  /** Its sentences stand in every language; other pages are in Japanese and say so in the reader's language. */
  translated?: true
}

/** A page whose types have been checked against each other and may now stand in one list with others. */
// biome-ignore lint/suspicious/noExplicitAny: the types were checked where the page was defined
export type Page = PageSpec<any, any, any>

/**
 * Declares a page: who, what it loads, how it looks, what its form does.
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

/** The pages of a module: URL pattern → page. */
export type Pages = Record<string, Page>

/** Puts a module's pages into its list, with their types checked. */
export function pages(list: Pages): Pages {
  return list
}
