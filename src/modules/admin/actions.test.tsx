import { describe, expect, test } from 'vitest'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { newId } from '../../platform/db/index.ts'
import { type AnyJob, job, later, mailLater, type SendMail, work } from '../../platform/jobs/index.ts'
import { entriesOf } from '../../platform/record/index.ts'
import { urls as account, createAccount, findAccount, startSession } from '../accounts/index.ts'
import { actorFor, addPerson, addPost, inviteAccount, linkAccount } from '../parties/index.ts'
import { takeAwayFactors } from './jobs.ts'
import { urls } from './urls.ts'
import { reasonWords } from './words.ts'

/** What an update has taken away. */
const gone = job('unknown.job', async () => {})

const entered = (c: CityWorld) => ({ entered_at: c.now, entered_by: null })

const w = useWorld({ madeUp: { name: 'gone', jobs: [gone] } })
const here = { city: 'kawaguchi' }

/** Everything that waits is done, as the worker would; what the test does not know of is left to fail. */
const doWork = (c: CityWorld, jobs: AnyJob[], sendMail: SendMail = async () => {}) =>
  work({ ...c.app.parts, modules: [{ name: 'test', jobs }], sendMail, now: () => c.now })

const pages = (c: CityWorld) => [
  urls.home(here),
  urls.people(here),
  urls.invite(here),
  urls.record(here),
  urls.jobs(here),
  urls.secondFactor({ ...here, person: c.people.officer!.id }),
]

describe('administration', () => {
  test.each(['secretary', 'officer', 'section', 'stranger'])('is not for %s', (person) =>
    w.inCity('kawaguchi', async (c) => {
      for (const page of pages(c)) expect((await c.as(person).get(page)).status, page).toBe(403)
    }),
  )

  test('is open to the city’s administrator, and to no other city’s', () =>
    w.inCity('kawaguchi', async (c) => {
      for (const page of pages(c)) {
        expect((await c.as('administrator').get(page)).status, page).toBe(200)
        const elsewhere = await c.as('administrator').get(page.replace('kawaguchi', 'iruma'))
        expect([403, 404], page).toContain(elsewhere.status)
      }
    }))

  test('shows the record in words, and what a resident typed as text', () =>
    w.inCity('kawaguchi', async (c) => {
      const name = '<img src=x onerror=alert(1)>'
      await c.as('administrator').fill(urls.invite(here), { name, email: 'a@example.jp', role: 'section' })
      const page = await c.as('administrator').get(urls.record(here))
      expect(page.says).toContain('職員を招きました')
      expect(page.says).not.toContain('person.invited')
      expect((await c.as('administrator').get(urls.people(here))).text).not.toContain(name)
    }))
})

describe('an invitation', () => {
  const letters = async (c: CityWorld, email: string, name: string, use: boolean) => {
    const input = { name, email, role: 'section' }
    expect((await c.as('administrator').fill(urls.invite(here), input)).status).toBe(303)
    if (use) {
      const made = await c.doors.house.run((db) => createAccount(db, { email, name }, c.now))
      await c.doors.house.run((db) => startSession(db, made, {}, c.now))
    }
    await doWork(c, [inviteAccount])
    const sent = await c.doors.house.run((db) => db.selectFrom('house.mails').selectAll().execute())
    return sent.filter(({ to_address }) => to_address === email)
  }

  test('brings a link to choose a password to who is new', () =>
    w.inCity('kawaguchi', async (c) => {
      const [letter] = await letters(c, 'new@example.jp', '新井 新', false)
      expect(letter!.subject).toBe('アカウントへのご招待')
    }))

  test('asks who signs in already whether they accept', () =>
    w.inCity('kawaguchi', async (c) => {
      const [letter] = await letters(c, 'known@example.jp', '田中 既', true)
      expect(letter!.subject).toBe('新しい役割へのご招待')
    }))
})

describe('a lost second factor', () => {
  const at = (c: CityWorld, person: string) => urls.secondFactor({ ...here, person: c.people[person]!.id })
  const reason = { reason: '機種変更でアプリが使えなくなったため。窓口で本人を確かめた。' }
  const factors = async (c: CityWorld, person: string) => {
    const id = c.people[person]!.account_id!
    const rows = await c.doors.house.run((db) =>
      db.selectFrom('house.recovery_codes').selectAll().where('account_id', '=', id).execute(),
    )
    return rows.length
  }
  const withCode = (c: CityWorld, person: string) =>
    c.doors.house.run((db) =>
      db
        .insertInto('house.recovery_codes')
        .values({ account_id: c.people[person]!.account_id!, code_hash: 'x', created_at: c.now })
        .execute(),
    )

  test('is not taken away by the section, by oneself, or without a reason', () =>
    w.inCity('kawaguchi', async (c) => {
      expect((await c.as('section').post(at(c, 'officer'), reason)).status).toBe(403)
      const own = await c.as('administrator').get(at(c, 'administrator'))
      expect(own.says).toContain('アカウントのページで変えられます')
      expect(own.formAction).toBeUndefined()
      expect((await c.as('administrator').fill(at(c, 'officer'), { reason: '' })).status).toBe(422)
    }))

  test('of somebody who has not taken up the invitation is still to be set up: it is not the moment', () =>
    w.inCity('kawaguchi', async (c) => {
      const id = await c.run(async (db) => {
        const person_id = await addPerson(db, { name: '新井 新' }, c.now)
        await addPost(db, { person_id, role: 'section', starts_on: '2026-04-01', ...entered(c) })
        return person_id
      })
      const answer = await c.as('administrator').get(urls.secondFactor({ ...here, person: id }))
      expect([answer.status, answer.says.includes('まだ登録を終えていません')]).toEqual([409, true])
    }))

  test('of somebody who is not on the staff is not found', () =>
    w.inCity('kawaguchi', async (c) => {
      expect((await c.as('administrator').get(at(c, 'secretary'))).status).toBe(404)
      expect((await c.as('administrator').get(urls.secondFactor({ ...here, person: newId() }))).status).toBe(404)
      expect((await c.as('administrator').get(urls.secondFactor({ ...here, person: "1'or'1" }))).status).toBe(404)
    }))

  test('wants a fresh sign-in (attack class 20)', () =>
    w.inCity('kawaguchi', async (c) => {
      const browser = c.as('administrator')
      const { formValues } = await browser.get(at(c, 'officer'))
      c.at(new Date(c.now.getTime() + 45 * 60_000))
      const late = await browser.get(at(c, 'officer'))
      expect(late.links.map(({ href }) => href)).toContain(account.signIn({ next: at(c, 'officer') }))
      for (const answer of [late, await browser.post(at(c, 'officer'), { ...formValues, ...reason })]) {
        expect(answer.status).toBe(403)
        expect(answer.says).toContain('もう一度サインインしてから')
      }
    }))

  test('is taken away behind the form, the person is told by mail, and the page says by whom and why', () =>
    w.inCity('kawaguchi', async (c) => {
      await withCode(c, 'officer')
      expect((await c.as('administrator').fill(at(c, 'officer'), reason)).status).toBe(303)
      expect(await factors(c, 'officer')).toBe(1)
      await doWork(c, [takeAwayFactors])
      expect(await factors(c, 'officer')).toBe(0)
      const page = await c.as('administrator').get(at(c, 'officer'))
      expect(page.says).toContain('窓口で本人を確かめた')
      expect(page.says).toContain('ご本人にメールでお知らせしました')
      const sheet = page.links.find(({ text }) => text === '起案・決裁')
      const printed = await c.as('administrator').get(sheet?.href ?? 'there is none')
      expect([printed.heading, printed.says.includes('窓口で本人を確かめた')]).toEqual(['起案・決裁', true])
      expect((await c.as('section').get(sheet?.href ?? '')).status).toBe(403)
      const theirs = await c.doors.house.run((db) => findAccount(db, c.people.officer!.account_id!))
      const mails = await c.doors.house.run((db) => db.selectFrom('house.mails').select('to_address').execute())
      expect(mails.map(({ to_address }) => to_address)).toContain(theirs!.email)
    }))

  test('stays where another city trusts the account too (attack class 12)', () =>
    w.inCity('kawaguchi', async (c) => {
      await withCode(c, 'officer')
      const other = await c.doors.house.run((db) =>
        db.selectFrom('house.cities').select('id').where('slug', '=', 'iruma').executeTakeFirstOrThrow(),
      )
      await c.doors.city(other.id).run(async (db) => {
        const account_id = c.people.officer!.account_id
        const person_id = await addPerson(db, { name: '兼務 一郎', account_id }, c.now)
        await addPost(db, { person_id, role: 'section', starts_on: '2026-04-01', ...entered(c) })
      })
      await c.as('administrator').fill(at(c, 'officer'), reason)
      await doWork(c, [takeAwayFactors])
      expect(await factors(c, 'officer')).toBe(1)
      expect((await c.as('administrator').get(at(c, 'officer'))).says).toContain('ほかの市でも役割をお持ちのため')
    }))
})

describe('the end of a post', () => {
  const postOf = (c: CityWorld, person: string) =>
    c.run((db) =>
      db.selectFrom('posts').selectAll().where('person_id', '=', c.people[person]!.id).executeTakeFirstOrThrow(),
    )

  test('is not one’s own as an administrator, and not before its beginning', () =>
    w.inCity('kawaguchi', async (c) => {
      const own = await postOf(c, 'administrator')
      expect((await c.as('administrator').get(urls.endOfPost({ ...here, post: own.id }))).status).toBe(403)
      const post = await postOf(c, 'officer')
      const early = await c
        .as('administrator')
        .fill(urls.endOfPost({ ...here, post: post.id }), { ends_on: '昭和40年4月1日' })
      expect(early.status).toBe(422)
    }))

  test('that was wrongly entered is put right by another day', () =>
    w.inCity('kawaguchi', async (c) => {
      const { id } = await postOf(c, 'officer')
      const end = (ends_on: string) => c.as('administrator').fill(urls.endOfPost({ ...here, post: id }), { ends_on })
      await end('令和8年11月25日')
      expect((await c.as('administrator').get(urls.people(here))).links.map(({ text }) => text)).toContain(
        '終わる日を改める',
      )
      expect((await end('令和9年3月31日')).status).toBe(303)
      expect((await postOf(c, 'officer')).ends_on).toBe('2027-03-31')
    }))

  test('is no longer one’s own to revive, whatever post it is', () =>
    w.inCity('kawaguchi', async (c) => {
      const id = await c.run(async (db) => {
        const post = { person_id: c.people.administrator!.id, role: 'section', starts_on: '2025-04-01' } as const
        await addPost(db, { ...post, ends_on: '2026-03-31', ...entered(c) })
        const found = db.selectFrom('posts').select('id').where('ends_on', '=', '2026-03-31')
        return (await found.executeTakeFirstOrThrow()).id
      })
      const at = { ...here, post: id }
      for (const page of [urls.endOfPost(at), urls.correctionOfPost(at), urls.succession(at)])
        expect([page, (await c.as('administrator').get(page)).status]).toEqual([page, 403])
    }))

  test('takes the inbox away on the day after', () =>
    w.inCity('kawaguchi', async (c) => {
      const post = await postOf(c, 'section')
      const sent = await c
        .as('administrator')
        .fill(urls.endOfPost({ ...here, post: post.id }), { ends_on: '令和8年11月25日' })
      expect(sent.status).toBe(303)
      expect((await c.as('section').get('/kawaguchi/projects/new')).status).toBe(200)
      c.at(new Date('2026-11-26T01:00:00Z'))
      expect((await c.as('section').get('/kawaguchi/projects/new')).status).toBe(403)
    }))
})

describe('a post', () => {
  const postOf = (c: CityWorld, person: string) =>
    c.run((db) =>
      db.selectFrom('posts').selectAll().where('person_id', '=', c.people[person]!.id).executeTakeFirstOrThrow(),
    )
  const kinds = async (c: CityWorld, person: string) => {
    const entries = await c.run((db) => entriesOf(db, [{ kind: 'person', id: c.people[person]!.id }]))
    return entries.map(({ kind }) => kind)
  }

  test('is given by nobody to themselves: not by their own address, nor with effect by another', () =>
    w.inCity('kawaguchi', async (c) => {
      const input = { name: '田村 直樹', role: 'section', email: c.people.administrator!.email! }
      const refused = await c.as('administrator').fill(urls.invite(here), input)
      expect([refused.status, refused.errors.email]).toEqual([422, expect.stringContaining('ご自分に役割を')])
      await c.as('administrator').fill(urls.invite(here), { ...input, email: 'alias@example.jp' })
      const posts = await c.run(async (db) => {
        const found = db.selectFrom('people').select('id').where('email', '=', 'alias@example.jp')
        await linkAccount(db, (await found.executeTakeFirstOrThrow()).id, c.people.administrator!.account_id!)
        return (await actorFor(db, c.people.administrator!.account_id!, c.now)).posts
      })
      expect(posts.map(({ role }) => role)).toEqual(['administrator'])
    }))

  test('is corrected on its own page, with its role in the department, and what was wrong stays in the record', () =>
    w.inCity('kawaguchi', async (c) => {
      const { id } = await postOf(c, 'officer')
      const page = urls.correctionOfPost({ ...here, post: id })
      expect((await c.as('section').get(page)).status).toBe(403)
      const department = c.parties['safety-office']!.id
      const right = { department, starts_on: '令和8年4月1日', reason: '課の取り違え' }
      expect((await c.as('administrator').fill(page, { department })).errors.reason).toContain('訂正する理由')
      expect((await c.as('administrator').fill(page, right)).status).toBe(303)
      const actor = await c.run(async (db) => (await c.act(db, 'officer')).actor)
      expect(actor.posts).toEqual([{ role: 'department', department_id: department, joined: c.now }])
      expect(actor.parties.map(({ party_id, roles }) => [party_id, roles])).toEqual([[department, ['officer']]])
      expect(await kinds(c, 'officer')).toContain('person.post-corrected')
    }))

  test('is handed over on a day: the one ends as the other begins, who is invited', () =>
    w.inCity('kawaguchi', async (c) => {
      const { id } = await postOf(c, 'officer')
      const page = urls.succession({ ...here, post: id })
      const next = { starts_on: '令和9年4月1日', name: '後任 新', email: 'next@example.lg.jp' }
      const early = await c.as('administrator').fill(page, { ...next, starts_on: '令和7年4月1日' })
      expect(early.errors.starts_on).toContain('より後の日')
      expect((await c.as('administrator').fill(page, next)).status).toBe(303)
      expect((await postOf(c, 'officer')).ends_on).toBe('2027-03-31')
      const rows = await c.run((db) =>
        db.selectFrom('posts').selectAll().where('starts_on', '=', '2027-04-01').execute(),
      )
      expect(rows.map(({ role, department_id }) => [role, department_id])).toEqual([
        ['department', c.parties['department-office']!.id],
      ])
      expect(await kinds(c, 'officer')).toContain('person.post-succeeded')
      const jobs = await c.run((db) =>
        db.selectFrom('outbox').select('id').where('job', '=', 'account.invite').execute(),
      )
      expect(jobs).toHaveLength(1)
    }))
})

describe('work that stopped', () => {
  const refused = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.1:25'))
  const stop = async (c: CityWorld) => {
    await c.run((db) =>
      mailLater(
        db,
        { to: 'tanaka@example.jp', subject: '<b>決定</b>のお知らせ', body: '本文', about: { kind: 'proposal' } },
        c.now,
      ),
    )
    await c.run((db) => db.updateTable('outbox').set({ attempts: 9 }).where('job', '=', 'mail.send').execute())
    await doWork(c, [], refused)
  }

  test('is shown with its reason in plain words, as text, to the administrator', () =>
    w.inCity('kawaguchi', async (c) => {
      expect((await c.as('administrator').get(urls.jobs(here))).says).toContain('止まっている作業はありません')
      await stop(c)
      const page = await c.as('administrator').get(urls.jobs(here))
      expect(page.headings).toContain('メールを送る「<b>決定</b>のお知らせ」（あて先 tanaka@example.jp）')
      expect(page.says).toContain('送り先のサーバーにつながりませんでした')
      expect(page.text).not.toContain('<b>決定</b>')
    }))

  test('is not tried again by anybody else, nor when it is another city’s', () =>
    w.inCity('kawaguchi', async (c) => {
      await stop(c)
      expect((await c.as('section').post(urls.jobs(here), { job: 'all' })).status).toBe(403)
      const browser = c.as('administrator')
      const { formValues } = await browser.get(urls.jobs(here))
      expect((await browser.post(urls.jobs(here), { ...formValues, job: newId() })).status).toBe(409)
      expect((await browser.post(urls.jobs(here), { ...formValues, job: 'nothing' })).status).toBe(422)
    }))

  test('is tried again from the beginning, done this time, and the record says who did', () =>
    w.inCity('kawaguchi', async (c) => {
      await stop(c)
      const browser = c.as('administrator')
      expect((await browser.fill(urls.jobs(here), { job: 'all' })).status).toBe(303)
      const sent: string[] = []
      await doWork(c, [], async ({ to }) => void sent.push(to))
      expect(sent).toHaveLength(1)
      expect((await browser.get(urls.jobs(here))).says).toContain('止まっている作業はありません')
      expect((await browser.get(urls.record(here))).says).toContain(
        '止まっていた作業「メールを送る」をもう一度試しました',
      )
    }))

  test('stops again when nothing has changed, and is there again', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.run((db) => later(db, gone, {}, c.now))
      await c.run((db) => db.updateTable('outbox').set({ attempts: 9 }).execute())
      await doWork(c, [])
      const page = await c.as('administrator').get(urls.jobs(here))
      expect(page.says).toContain('古い版のプログラム')
    }))

  test.each([
    ['getaddrinfo ENOTFOUND mail.example.jp', 'つながりませんでした'],
    ['Invalid login: 535 5.7.8 Error', '利用者名とパスワード'],
    ['Can’t send mail - all recipients were rejected: 550 5.1.1', 'あて先に届けられませんでした'],
    ['self-signed certificate in chain', '証明書'],
    ['この提案は取り下げられています。', 'この提案は取り下げられています。'],
    ["Cannot read properties of undefined (reading 'id')", '運用の担当に知らせてください'],
  ])('%s is said as a plain sentence', (error, sentence) => {
    expect(reasonWords(error)).toContain(sentence)
  })
})
