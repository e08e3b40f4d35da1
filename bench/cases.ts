import { newId } from '../src/platform/db/index.ts'
import { PASSWORD, type Prepared, setting } from './prepare.ts'

/** One request as it is sent. */
export interface Visit {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
  /** What it is done to, where it can be done only once. */
  subject?: string
}

/** A row of the table: what is asked, and how it is compared. */
export interface Case {
  name: string
  aim: string
  /** Kept pages ask the database nothing. */
  kept?: boolean
  status: number
  /** The same each time, or another each time. */
  visit: Visit | (() => Visit)
  /** Only so many requests a run, because each uses something up; otherwise a run has its seconds. */
  amount?: number
  password?: { given: string; stored: string }
}

/** Fetches a page as that case will, to read what its form holds. */
export type Open = (path: string, cookie?: string) => Promise<{ text: string; cookie: string }>

const city = `/${setting.slug}`
// With a cookie a page is made anew each time, as for somebody who is signed in.
const made = { cookie: 'uncached=1' }
const get = (path: string, headers: Record<string, string> = {}) => ({
  status: 200,
  visit: { method: 'GET', path, headers } satisfies Visit,
})

/** What to send next. */
export const nextOf = ({ visit }: Pick<Case, 'visit'>): Visit => (typeof visit === 'function' ? visit() : visit)

/** Every row, in the order of the table. */
export async function casesFor(prepared: Prepared, open: Open, handedIn: number): Promise<Case[]> {
  const list = `${city}/projects?state=active`
  const project = `${city}/projects/${prepared.projects[0]}`
  return [
    { name: 'list of 20, filtered, made anew', aim: '(b) ≥ 0.5', ...get(list, made) },
    { name: 'list of 20, filtered, kept', aim: '(a) ≥ 0.5', kept: true, ...get(list) },
    {
      name: 'search for 防災, made anew',
      aim: '(b) ≥ 0.5',
      ...get(`${city}/projects?q=${encodeURIComponent('防災')}`, made),
    },
    { name: 'project page, made anew', aim: '', ...get(project, made) },
    { name: 'project page, kept', aim: '(a) ≥ 0.5', kept: true, ...get(project) },
    { name: '2,500 project pages in turn', aim: '', status: 200, visit: inTurn(prepared.projects) },
    { name: 'charter page, made anew', aim: '', ...get(`${city}/charter`, made) },
    { name: 'charter page, kept', aim: '(a) ≥ 0.5', kept: true, ...get(`${city}/charter`) },
    await signIn(prepared, open),
    await submission(prepared, open, handedIn),
  ]
}

/** As a crawler reads: more pages than are kept. */
function inTurn(refs: string[]): () => Visit {
  let at = 0
  return () => ({ method: 'GET', path: `${city}/projects/${refs[at++ % refs.length]}`, headers: {} })
}

const inputOf = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

const posted = (path: string, cookie: string, values: Record<string, string>): Visit => ({
  method: 'POST',
  path,
  headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(values).toString(),
})

/** The form as its page hands it out, sent by twenty people in turn; the password is hashed as it is in truth. */
async function signIn({ emails, stored }: Prepared, open: Open): Promise<Case> {
  const { text, cookie } = await open('/sign-in')
  const _csrf = inputOf(text, '_csrf')
  let turn = 0
  return {
    name: 'sign-in, POST',
    aim: '',
    status: 303,
    password: { given: PASSWORD, stored },
    visit: () =>
      posted('/sign-in', cookie, {
        _csrf,
        _key: newId(),
        email: emails[turn++ % emails.length]!,
        password: PASSWORD,
        next: '/',
      }),
  }
}

/** Each draft is handed in once, with the token, key and revision of its form. */
async function submission({ drafts, cookie }: Prepared, open: Open, amount: number): Promise<Case> {
  const path = (draft: string) => `${city}/proposals/${draft}/submission`
  const { text } = await open(path(drafts[0]!), cookie)
  const [_csrf, _revision] = [inputOf(text, '_csrf'), inputOf(text, '_revision')]
  return {
    name: 'proposal handed in, POST',
    aim: '',
    status: 303,
    amount,
    visit: () => {
      const subject = drafts.shift()
      if (!subject) throw new Error('There are no drafts left to hand in.')
      return { ...posted(path(subject), cookie, { _csrf, _key: newId(), _revision }), subject }
    },
  }
}
