import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProjects } from '../bench/seed.ts'
import { releaseAgreement } from '../src/modules/agreements/index.ts'
import { noteTalk } from '../src/modules/evaluations/index.ts'
import { addParty } from '../src/modules/parties/index.ts'
import { modules } from '../src/modules.ts'
import { onStatement } from '../src/platform/db/index.ts'
import { mailLater } from '../src/platform/jobs/index.ts'
import { anAgreement } from './agreements.ts'
import { crowd, type Family, hardName } from './crowd.ts'
import { onServer } from './database.ts'
import type { Answer } from './http.ts'
import { addressOf, aRound, opened, release } from './projects.ts'
import { aProposal, openFor, wayOf } from './proposals.ts'
import { type CityWorld, useWorld } from './world.ts'

// The embedded database is for trials and small cities, so it gets a fifth.
const MANY = onServer ? 10_000 : 2_000
const FEW = 24
/** The number of other things: proposals and agreements, public or not, groups, evaluations, mails, people. */
const OTHERS = onServer ? 1000 : 200
const city = 'yoshikawa'
const w = useWorld({ alone: true })

interface Look {
  person: string
  path: string
  heading: RegExp
  /** A button or link that the person needs here. */
  action: RegExp
  fact: RegExp
}

/** The references of the crowded things; filled before any page is read. */
const there: Record<string, string> = {}

const at = (path: string) => `/${city}${path}`
const look = (person: string, path: string, heading: RegExp, action: RegExp, fact: RegExp): Look => ({
  person,
  path,
  heading,
  action,
  fact,
})

const looks: Look[] = [
  look('nobody', at('/projects'), /一覧/, /地区の/, new RegExp(`${(MANY + 2 * OTHERS + 2).toLocaleString('en')}件`)),
  look('nobody', at('/projects?year=2024'), /一覧/, /地区の/, /令和6年度/),
  look('nobody', at('/projects?q=高崎'), /一覧/, /地区の/, /髙﨑𠮷の会/),
  look('nobody', at(`/projects?q=${encodeURIComponent('<b>見守り')}`), /一覧/, /地区の/, /<b>見守り<\/b>/),
  look('nobody', at('/projects?q=長い名前'), /一覧/, /地区の/, /長い名前の会あ{20}/),
  look('nobody', '/projects', /./, /地区の/, /吉川市/),
  look('nobody', '/', /./, /地区の/, /吉川市/),
  look('nobody', at(''), /./, /一覧/, /吉川市/),
  look('nobody', at('/groups'), /./, /佐藤 花子/, /髙﨑𠮷の会/),
  look('nobody', at('/departments'), /./, /./, /./),
  look('section', at('/groups/persons'), /個人の登録/, /佐藤 花子/, /髙﨑𠮷の会/),
  look('nobody', '{group}', /./, /髙﨑𠮷の会/, /佐藤 花子/),
  look('nobody', at('/proposals'), /提案/, /髙﨑𠮷の会/, /佐藤 花子/),
  look('nobody', '{decided}', /川沿いの花壇/, /./, /地域の課題に合い/),
  look('nobody', at('/agreements'), /協定/, /髙﨑𠮷の会/, /佐藤 花子/),
  look('nobody', '{inForce}', /土手の花壇/, /./, /歩く人みんなの楽しみ/),
  look('nobody', at('/evaluations'), /評価/, /髙﨑𠮷の会/, /佐藤 花子/),
  look('nobody', '{evaluation}', /評価|ふりかえり/, /./, /./),
  look('nobody', at('/programmes'), /./, /提案/, /./),
  look('nobody', '{programme}', /./, /提案|一覧/, /./),
  look('nobody', '{project}', /買い物の道/, /一覧/, /令8-協働事業-\d{4}/),
  look('nobody', '{project}/principles', /./, /./, /./),
  look('nobody', at('/guide'), /./, /./, /思いついたこと/),
  look('nobody', at('/charter'), /指針/, /./, /吉川市/),
  look('nobody', at('/charter/versions'), /版/, /./, /版が改まっても/),
  look('nobody', '/charters/compare', /./, /./, /吉川市/),
  look('secretary', at('/projects'), /一覧/, /地区の/, /佐藤 花子/),
  look('secretary', at('/inbox'), /./, /提案/, /髙﨑𠮷の会|佐藤 花子/),
  look('secretary', at('/proposals'), /提案/, /書き始める|新しい提案|提案を/, /川沿いの花壇|髙﨑𠮷/),
  look('secretary', '{submitted}', /川沿いの花壇/, /取り下げ/, /受付番号|提案/),
  look('secretary', '{submitted}/receipt', /./, /./, /川沿いの花壇/),
  look('secretary', '{signed}/versions', /./, /./, /土手の花壇/),
  look('secretary', '{signed}/versions/1', /土手の花壇|第1版|版/, /./, /歩く人みんなの楽しみ/),
  look('secretary', '{group}/members', /./, /./, /./),
  look('secretary', '{project}', /買い物の道/, /./, /令8-協働事業-\d{4}/),
  look('secretary', at('/agreements'), /協定/, /髙﨑𠮷の会/, /佐藤 花子/),
  look('secretary', '{offered}', /土手の花壇/, /署名/, /歩く人みんなの楽しみ/),
  look('secretary', at('/evaluations'), /評価/, /./, /./),
  look('secretary', '{group}', /./, /直す|編集|登録内容|構成員|会員/, /./),
  look('section', at('/projects?q=花壇'), /一覧/, /花壇づくり/, /花壇づくり/),
  look('section', at('/inbox'), /./, /./, /髙﨑𠮷の会|佐藤 花子/),
  look('section', at('/proposals'), /提案/, /髙﨑𠮷の会/, /佐藤 花子/),
  look('section', '{submitted}', /川沿いの花壇/, /受理/, /./),
  look('section', at('/proposals/paper'), /./, /./, /./),
  look('section', '{sheet}', /起案・決裁/, /川沿いの花壇/, /市が採択を決定しました/),
  look('section', at('/agreements'), /協定/, /髙﨑𠮷の会/, /佐藤 花子/),
  look('section', at('/agreements/new'), /協定/, /./, /./),
  look('section', '{offered}', /土手の花壇/, /./, /歩く人みんなの楽しみ/),
  look('section', '{offerSheet}', /起案・決裁/, /土手の花壇/, /署名を求めました/),
  look('section', at('/evaluations'), /評価/, /./, /./),
  look('section', '{project}/acts/{released}', /起案・決裁/, /./, /ページを公開/),
  look('section', '{evaluation}/acts/{publication}', /起案・決裁/, /./, /評価を公表しました/),
  look('section', at('/projects/new'), /登録する/, /./, /事業/),
  look('officer', at('/inbox'), /./, /./, /./),
  look('officer', '{answering}', /評価|ふりかえり/, /./, /./),
  look('signatory', at('/inbox'), /./, /署名/, /髙﨑𠮷の会|佐藤 花子/),
  look('administrator', at('/admin'), /./, /./, /./),
  look('administrator', at('/admin/people'), /./, /./, /佐藤 花子/),
  look('administrator', at('/admin/record'), /記録/, /./, /書き換え/),
  look('administrator', at('/mailbox'), /./, /./, /髙﨑𠮷の会/),
]

/** The gallery, the demonstration's mailbox, and the changes of one version of a charter. */
const fewByNature = new Set(['/ui', '/sign-in/mailbox', '/:city/charter/versions/:version'])

/** The people make one of each; the crowd is copied from it. */
async function makeOne(c: CityWorld): Promise<Family[]> {
  await openFor(c)
  return c.run(async (db) => {
    const section = await c.act(db, 'section')
    const submitted = await aProposal(c, db, 'submitted')
    const decided = await aProposal(c, db, 'decided', { released: true })
    const offered = await anAgreement(c, db, 'offered')
    const signed = await anAgreement(c, db, 'in_force')
    await releaseAgreement(section, signed, { withheld: [] })
    const waiting = await aRound(c, db)
    const done = await opened(c, db)
    const talk = { talked_on: '2026-11-20', people: '双方', agreed: '来年も続ける。', notes: {} }
    await noteTalk(section, done.round, talk)
    await release(c, db, done.round)
    await mailLater(db, { to: 'a@example.jp', subject: '知らせ', body: '本文', about: { kind: 'proposal' } }, c.now)
    const mail = await db.selectFrom('mails').select('id').where('subject', '=', '知らせ').executeTakeFirstOrThrow()
    const post = await db
      .selectFrom('posts')
      .select('id')
      .where('person_id', '=', c.people.section!.id)
      .executeTakeFirstOrThrow()
    const proposal = (id: string) => at(`/proposals/${id}`)
    const agreement = (id: string) => at(`/agreements/${id}`)
    const project = ({ project: one }: typeof done) => at(`/projects/${addressOf(city, one).ref}/evaluations/r8`)
    Object.assign(there, {
      group: at(`/groups/${c.parties.first!.number}`),
      submitted: proposal(submitted.id),
      decision: proposal(decided.id),
      decided: proposal(`r8-proposal-${String(decided.number).padStart(4, '0')}`),
      offered: agreement(offered.id),
      signed: agreement(signed.id),
      project: project(done).replace('/evaluations/r8', ''),
      programme: at(`/programmes/${wayOf(c).programme}`),
      inForce: agreement(`r8-agreement-${String(signed.number).padStart(4, '0')}`),
      answering: project(waiting),
      evaluation: project(done),
    })
    const alone = { name: '佐藤 花子', kind: 'citizen', unit: 'person' } as const
    const resident = await addParty(section, alone, 'counter')
    return familiesOf({
      group: c.parties.first!.id,
      resident: resident.id,
      submitted: submitted.id,
      decided: decided.id,
      offered: offered.id,
      signed: signed.id,
      waiting: waiting.project.id,
      done: done.project.id,
      mail: mail.id,
      person: c.people.section!.id,
      post: post.id,
    })
  })
}

/** The newest entries of acts, which are in the record only after the commit. */
async function findActs(c: CityWorld): Promise<void> {
  const newest = (kind: string) =>
    c.run((db) =>
      db.selectFrom('record_entries').select('id').where('kind', '=', kind).orderBy('seq', 'desc').executeTakeFirst(),
    )
  there.released = (await newest('project.released'))?.id ?? ''
  there.publication = (await newest('evaluation.released'))?.id ?? ''
}
/** The sheet of an act on a thing, which is in the record only after the commit. */
const sheetOf = (c: CityWorld, kind: string, thing: string) =>
  c.run(async (db) => {
    const { id } = await db
      .selectFrom('record_entries')
      .select('id')
      .where('kind', '=', kind)
      .where('subject_id', '=', thing.split('/').at(-1)!)
      .executeTakeFirstOrThrow()
    return `${thing}/acts/${id}`
  })

type Ones = Record<
  | 'group'
  | 'resident'
  | 'submitted'
  | 'decided'
  | 'offered'
  | 'signed'
  | 'waiting'
  | 'done'
  | 'mail'
  | 'person'
  | 'post',
  string
>

const numbered =
  (base: number, more: (n: number) => object = () => ({})) =>
  (row: object, n: number) => ({
    ...row,
    number: base + n,
    title: hardName(n),
    ...more(n),
  })

/** Its name, also in texts that were copied for the public. */
const renamed = (row: object, n: number) =>
  JSON.parse(JSON.stringify(row).replaceAll('土手の花壇をともに育てる', hardName(n))) as object

/** The search row of a public page, with the number and name of its copy. */
const found = (kind: string, base: number) => ({
  'published.search': (row: object, n: number) => ({ ...row, ref: `r8-${kind}-${base + n}`, title: hardName(n) }),
})

function familiesOf(one: Ones): Family[] {
  const proposal: Family['belongs'] = [
    ['proposal_versions', 'proposal_id'],
    ['messages', 'subject_id'],
    ['proposal_decisions', 'proposal_id'],
    ['published.search', 'id'],
  ]
  const agreement: Family['belongs'] = [
    ['agreement_versions', 'agreement_id'],
    ['agreement_parties', 'agreement_id'],
    ['signatures', 'agreement_id'],
    ['published.search', 'id'],
  ]
  const project: Family['belongs'] = [
    ['project_parties', 'project_id'],
    ['evaluations', 'project_id'],
    ['project_evaluations', 'project_id'],
    ['published.search', 'id'],
  ]
  return [
    { table: 'parties', id: one.resident, change: (row, n) => ({ ...row, number: 20_000 + n, name: hardName(n) }) },
    { table: 'parties', id: one.group, change: (row, n) => ({ ...row, number: 10_000 + n, name: hardName(n) }) },
    { table: 'proposals', id: one.submitted, belongs: proposal, change: numbered(10_000) },
    {
      table: 'proposals',
      id: one.decided,
      belongs: proposal,
      change: numbered(20_000, (n) => ({ letter_number: 20_000 + n })),
      changeOf: found('proposal', 20_000),
    },
    { table: 'agreements', id: one.offered, belongs: agreement, change: numbered(10_000) },
    {
      table: 'agreements',
      id: one.signed,
      belongs: agreement,
      change: (row, n) => numbered(20_000)(renamed(row, n), n),
      changeOf: found('agreement', 20_000),
    },
    ...[one.waiting, one.done].map((id, nth) => ({
      table: 'projects',
      id,
      belongs: project,
      change: numbered(20_000 + nth * 10_000),
      changeOf: found('project', 20_000 + nth * 10_000),
    })),
    { table: 'mails', id: one.mail, change: (row, n) => ({ ...row, subject: hardName(n) }) },
    {
      table: 'people',
      id: one.person,
      belongs: [['posts', 'person_id']],
      // No city has a thousand people at this work.
      most: 200,
      change: (row, n) => ({ ...row, account_id: null, name: hardName(n).slice(0, 100) }),
    },
  ]
}

async function seed(families: Family[], projects: [from: number, to: number], others: [from: number, to: number]) {
  const owner = w.connection().kysely
  await w.onRealConnections(city, async (c) => {
    const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)
    const seeding = {
      cityId: c.cityId,
      charterId: c.charter_id,
      partyIds: [c.parties.first!.id, c.parties.city!.id],
      forms: keys(c.charter.forms),
      fields: keys(c.charter.fields),
      zones: keys(c.charter.zones.filter((one) => one.collaboration)),
    }
    for (const family of families) await crowd(owner, family, ...others)
    await seedProjects(owner, seeding, projects[1], projects[0])
  })
  await sql`analyze`.execute(owner)
}

const pathOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, one: string) => there[one]!)

/** Opens the page in an application with empty caches, and counts its statements. */
const visit = ({ person, path }: Pick<Look, 'person' | 'path'>): Promise<{ page: Answer; statements: number }> =>
  w.inCity(city, async (c: CityWorld) => {
    const browser = c.as(person)
    await browser.get('/sign-in')
    let statements = 0
    const stop = onStatement(() => statements++)
    const page = await browser.get(pathOf(path))
    stop()
    return { page, statements }
  })

const few = new Map<Look, number>()

beforeAll(async () => {
  const families = await w.onRealConnections(city, makeOne)
  await w.onRealConnections(city, findActs)
  there.sheet = await w.onRealConnections(city, (c) => sheetOf(c, 'proposal.decided', there.decision!))
  there.offerSheet = await w.onRealConnections(city, (c) => sheetOf(c, 'agreement.offered', there.offered!))
  await seed(families, [0, FEW], [0, FEW])
  for (const one of looks) few.set(one, (await visit(one)).statements)
  await seed(families, [FEW, MANY], [FEW, OTHERS])
})

describe(`with ${MANY.toLocaleString('en')} projects, ${OTHERS.toLocaleString('en')} of everything else, and hard names`, () => {
  test.each(looks)('$person finds heading, action and fact on $path, at the price of few rows', async (one) => {
    const { page, statements } = await visit(one)
    expect(page.status).toBe(200)
    expect(page.heading).toMatch(one.heading)
    expect([...page.buttons, ...page.links.map(({ text }) => text)].join('\n')).toMatch(one.action)
    expect(page.says).toMatch(one.fact)
    expect(page.text).not.toContain('<b>見守り</b>')
    expect(page.text.length).toBeLessThan(400_000)
    expect(statements).toBe(few.get(one))
  })

  test('every page that lists or shows rows is looked at by somebody', () => {
    const paths = looks.map(({ path }) => pathOf(path).replace(/\?.*/, ''))
    const unseen = modules
      .flatMap(({ routes }) => Object.entries(routes ?? {}))
      .filter(([pattern]) => !fewByNature.has(pattern) && !pattern.endsWith('/acts/:entry'))
      .filter(([, page]) => page.view && !page.form && !page.submit && !page.acts && (page.published || page.load))
      .filter(([pattern]) => !paths.some((path) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)))
    expect(unseen.map(([pattern]) => pattern)).toEqual([])
  })

  test('the page of one project has its name for a heading and leads back to the list', async () => {
    const { page: first } = await visit({ person: 'nobody', path: at('/projects?q=地区の') })
    const link = first.links.find(({ href }) => /\/projects\/r\d/.test(href))!
    const { page } = await visit({ person: 'nobody', path: link.href })
    expect([page.status, page.heading]).toEqual([200, link.text])
    expect(page.links.map(({ href }) => href)).toContain(at('/projects'))
  })

  test('old and new forms of a character find the same group', async () => {
    for (const words of ['高崎', '髙﨑', '𠮷の会', '吉の会']) {
      const { page } = await visit({ person: 'nobody', path: at(`/projects?q=${encodeURIComponent(words)}`) })
      expect([words, page.says.includes('地区の')]).toEqual([words, true])
    }
  })
})
