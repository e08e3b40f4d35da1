import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity, groups, signAs, aDraft as typedDraft } from '../../../test/agreements.ts'
import { textOfPdf } from '../../../test/pdf-text.ts'
import { aProposal, openFor } from '../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { onStatement } from '../../platform/db/index.ts'
import { jobs } from './jobs.ts'
import { findAgreementById } from './queries/one.ts'
import { waitingFor } from './queries/waiting.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'

const world = useWorld()
const city = { city: 'kawaguchi' }
const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)
type Made = Parameters<typeof anAgreement>[2]
const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))
const at = (d: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(d) })

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'require-sri': 'off' },
})

/** The answers of a whole draft between the group and the city, as a browser sends them. */
function answers(c: CityWorld): Record<string, string> {
  const { parties, targets, roles, ...rest } = typedDraft(c, [c.parties.first!, c.parties.city!])
  const rows = { parties, targets, roles }
  const flat = Object.entries(rows).flatMap(([list, many]) =>
    (many ?? []).flatMap((row, index) =>
      Object.entries(row).map(([cell, value]) => [`${list}.${index}.${cell}`, value]),
    ),
  )
  return { ...(rest as Record<string, string>), ...Object.fromEntries(flat) }
}

describe('the main way', () => {
  test(
    'the section writes and offers, both sides sign, everyone reads the released copy',
    inCity(async (c) => {
      const section = c.as('section')
      const started = await section.fill(urls.new(city), { title: '花壇', kind: 'agreement' })
      const saved = await section.fill(started.location!, answers(c))
      expect([saved.status, saved.errors]).toEqual([303, {}])
      const preview = await section.get(saved.location!)
      expect(preview.says).toContain('甲と乙は、「土手の花壇をともに育てる」について、次のとおり取り決める。')
      expect(preview.says).toContain('佐藤 花子（メールでお知らせします）')
      const sent = await section.fill(saved.location!)
      expect(sent.location).toBe('/kawaguchi/agreements/r8-agreement-0001')
      const here = { ...city, ref: 'r8-agreement-0001' }

      const text = await c.as('secretary').get(urls.signature(here))
      expect(text.heading).toBe('文面を読んで署名する')
      expect(text.says).toContain(
        '電子署名法による電子署名や、地方自治法第234条第5項の契約書に付ける電子署名・電子証明書ではありません',
      )
      expect((await c.as('secretary').fill(urls.signature(here), { agree: 'yes' })).status).toBe(303)
      const waiting = await c.as('secretary').get(urls.show(here))
      expect(waiting.says).toContain('あと1者の署名を待っています')
      expect((await c.as('signatory').fill(urls.signature(here), { agree: 'yes' })).status).toBe(303)
      expect((await c.as('secretary').get(urls.show(here))).says).toContain(
        'すべての当事者の署名がそろい、効力をもちました',
      )

      expect((await c.as('nobody').get(urls.show(here))).status).toBe(404)
      expect((await section.fill(urls.release(here), { withheld: '' })).status).toBe(303)
      const open = await c.as('nobody').get(urls.show(here))
      expect(open.heading).toBe('土手の花壇をともに育てる')
      expect(open.says).toContain('240人')
      for (const person of Object.values(c.people)) expect(open.text).not.toContain(person.name)
      expect((await c.as('nobody').get(urls.list(city))).links.map(({ text }) => text)).toContain(
        '土手の花壇をともに育てる',
      )
    }),
  )

  test(
    'a group without e-mail signs on paper, which the section enters with its scan',
    inCity(async (c) => {
      const sides = await c.run(async (db) => [
        { party: c.parties.third!, signer: (await c.act(db, 'stranger')).actor },
        (await groupAndCity(db, c))[1]!,
      ])
      const d = await make(c, 'offered', { sides })
      const scan = new File(['%PDF-1.4'], '署名.pdf', { type: 'application/pdf' })
      const page = await c.as('section').get(urls.paperSignature(at(d)))
      expect(page.says).toContain('福田 義雄')
      const values = {
        signer: `${c.parties.third!.id}:${c.people.elder!.id}`,
        signed_on: 'R8.11.25',
        code: d.offered!.digest.slice(0, 8),
        scan,
      }
      const entered = await c.as('section').fill(urls.paperSignature(at(d)), values)
      expect([entered.status, entered.errors]).toEqual([303, {}])
      const shown = await c.as('section').get(urls.show(at(d)))
      expect(shown.says).toContain(`紙の署名（写しあり） 記録 ${c.people.section!.name} 令和8年11月25日(水)`)
      expect(shown.links.map(({ text }) => text).some((text) => text.startsWith('署名.pdf'))).toBe(true)
    }),
  )
})

test(
  'begun from an adopted proposal: its parties, title and purpose are there already, once, and the page leads back to it',
  inCity(async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'decided'))
    const choices = async (person: string) => (await c.as(person).get(urls.new(city))).text.includes(proposal.id)
    expect([await choices('section'), await choices('secretary'), await choices('neighbour')]).toEqual([
      true,
      true,
      false,
    ])
    const secretary = c.as('secretary')
    const started = await secretary.fill(urls.new(city), {
      proposal: proposal.id,
      title: '花壇の協定',
      kind: 'agreement',
    })
    const draft = await secretary.follow(started)
    expect(draft.formValues).toMatchObject({
      'parties.0.party': expect.stringContaining(c.parties.first!.name),
      'parties.1.party': expect.stringContaining(c.parties.city!.name),
      purpose: expect.stringMatching(/./),
    })
    expect(await choices('section')).toBe(false)
    const again = await c
      .as('section')
      .fill(urls.new(city), { proposal: proposal.id, title: '花壇', kind: 'agreement' })
    expect(again.errors.proposal).toContain('すでに書き始められています')
  }),
)

describe('who sees it before its release', () => {
  test(
    'everyone named, the section, nobody else: for them it is not there, on any of its pages',
    inCity(async (c) => {
      const d = await make(c, 'offered')
      for (const person of ['secretary', 'representative', 'section', 'signatory', 'administrator'])
        expect((await c.as(person).get(urls.show(at(d)))).status, person).toBe(200)
      const pages = [
        urls.show,
        urls.edit,
        urls.offer,
        urls.signature,
        urls.paperSignature,
        urls.recall,
        urls.amendment,
        urls.termination,
        urls.release,
        urls.versions,
        urls.pdf,
      ]
      for (const person of ['neighbour', 'stranger'])
        for (const page of pages)
          expect((await c.as(person).get(page(at(d)))).status, `${person} ${page.pattern}`).toBe(404)
      expect((await c.as('nobody').get(urls.show(at(d)))).status).toBe(404)
      expect((await c.as('nobody').get(urls.signature(at(d)))).status).toBe(303)
      expect((await c.as('stranger').get(urls.list(city))).says).not.toContain(d.title)
    }),
  )

  test(
    'buttons appear for those who may, and only then',
    inCity(async (c) => {
      const d = await make(c, 'offered')
      const buttonsOf = async (person: string) => (await c.as(person).get(urls.show(at(d)))).buttons
      expect(await buttonsOf('signatory')).toContain('文面を読んで署名する')
      expect(await buttonsOf('representative')).not.toContain('文面を読んで署名する')
      expect(await buttonsOf('section')).toContain('用紙の署名を記録する')
      expect(await buttonsOf('secretary')).not.toContain('用紙の署名を記録する')
      expect(await buttonsOf('section')).not.toContain('文面を書く')
    }),
  )
})

describe('writing', () => {
  test(
    'rows are added and taken away by buttons, without script, and nothing typed is lost',
    inCity(async (c) => {
      const d = await make(c, 'draft')
      const section = c.as('section')
      const more = await section.fill(urls.edit(at(d)), { purpose: '書きかけ' }, 'add:roles')
      expect(more.status).toBe(200)
      expect([more.field('目的'), Object.keys(more.formValues).filter((name) => name.endsWith('.does'))]).toEqual([
        '書きかけ',
        ['roles.0.does', 'roles.1.does', 'roles.2.does'],
      ])
      const less = await section.post(urls.edit(at(d)), { ...more.formValues, _act: 'remove:roles.0' })
      expect(less.formValues['roles.0.does']).toBe(more.formValues['roles.1.does'])
    }),
  )

  test(
    'a half-finished draft is kept; going on says at each field what is missing, with all that was typed',
    inCity(async (c) => {
      const section = c.as('section')
      const started = await section.fill(urls.new(city), { title: '花壇', kind: 'agreement' })
      const kept = await section.fill(started.location!, { purpose: '書きかけ', starts_on: 'いつか' }, 'save')
      expect(kept.status).toBe(303)
      const wrong = await section.fill(started.location!)
      expect(wrong.status).toBe(422)
      expect(wrong.errors).toMatchObject({
        parties: expect.stringContaining('二者以上'),
        starts_on: expect.stringContaining('例 令和8年4月1日'),
      })
      expect(wrong.field('始まりの日')).toBe('いつか')
      const preview = await section.get(started.location!.replace(/edit$/, 'offer'))
      expect(preview.says).toContain('署名を求める前に、次のところを書いてください')
    }),
  )

  test(
    'saving while writing answers with the new revision, and the next save stands on it',
    inCity(async (c) => {
      const d = await make(c, 'draft')
      const section = c.as('section')
      const page = await section.get(urls.edit(at(d)))
      const save = (revision: string, purpose: string) =>
        section.post(
          urls.edit(at(d)),
          { ...page.formValues, _act: 'save', _revision: revision, purpose },
          { accept: 'application/json' },
        )
      const first = await save(String(page.formValues._revision), '一')
      const { revision } = JSON.parse(first.text) as { revision: string }
      const second = await save(revision, '二')
      expect([first.status, second.status]).toEqual([200, 200])
      expect((await c.run((db) => findAgreementById(db, d.id)))!.draft!.purpose).toBe('二')
    }),
  )

  test(
    'two people at once: the later one is shown both, in words, and loses nothing',
    inCity(async (c) => {
      const d = await make(c, 'draft')
      const page = await c.as('secretary').get(urls.edit(at(d)))
      await c.as('section').fill(urls.edit(at(d)), { purpose: '職員の書いた目的' }, 'save')
      const secretary = c.as('secretary')
      const mine = await secretary.get(urls.edit(at(d)))
      const stale = {
        ...mine.formValues,
        _revision: page.formValues._revision!,
        purpose: '団体の書いた目的',
        _act: 'save',
      }
      const late = await secretary.post(urls.edit(at(d)), stale)
      expect(late.status).toBe(409)
      expect(late.says).toContain('職員の書いた目的')
      expect(late.field('目的')).toBe('団体の書いた目的')
      const again = await secretary.post(urls.edit(at(d)), { ...late.formValues, _act: 'save' })
      expect(again.status).toBe(303)
    }),
  )
})

test(
  'a draft is read by everyone who is named in it, also by those who do not write it',
  inCity(async (c) => {
    const d = await make(c, 'draft')
    const page = await c.as('signatory').get(urls.show(at(d)))
    expect(page.says).toContain('土手に咲く花を、歩く人みんなの楽しみにする。')
    expect(page.says).toContain('NPO法人 みどりの架け橋の持ち場を手入れする。')
    expect(page.buttons).not.toContain('文面を書く')
  }),
)

describe('signing', () => {
  test(
    'without the tick nothing is signed',
    inCity(async (c) => {
      const d = await make(c, 'offered')
      const answer = await c.as('secretary').fill(urls.signature(at(d)))
      expect(answer.status).toBe(422)
      expect(answer.errors.agree).toContain('文面のすべてを読み')
    }),
  )

  test(
    'a text that changed while it was read is refused with 409, shown anew, and nothing is signed',
    inCity(async (c) => {
      const d = await make(c, 'offered')
      const secretary = c.as('secretary')
      const read = await secretary.get(urls.signature(at(d)))
      const section = c.as('section')
      const recalled = await section.fill(urls.recall(at(d)), { reason: '目的を直すため' })
      const saved = await section.fill(recalled.location!, { purpose: '別の目的にする。' })
      expect((await section.fill(saved.location!)).status).toBe(303)
      const answer = await secretary.post(urls.signature(at(d)), { ...read.formValues, agree: 'yes' })
      expect(answer.status).toBe(409)
      expect(answer.says).toContain('あなたが読んでいる間に文面が変わりました')
      expect(answer.says).toContain('別の目的にする。')
      expect((await c.run((db) => findAgreementById(db, d.id)))!.offered!.signatures).toEqual([])
      const anew = await secretary.post(urls.signature(at(d)), { ...answer.formValues, agree: 'yes' })
      expect(anew.status).toBe(303)
    }),
  )

  test(
    'pressing twice signs once',
    inCity(async (c) => {
      const d = await make(c, 'offered')
      const secretary = c.as('secretary')
      const page = await secretary.get(urls.signature(at(d)))
      const answers = [
        await secretary.post(urls.signature(at(d)), { ...page.formValues, agree: 'yes' }),
        await secretary.post(urls.signature(at(d)), { ...page.formValues, agree: 'yes' }),
      ]
      expect(answers.map(({ status, location }) => [status, location])).toEqual([
        [303, answers[0]!.location],
        [303, answers[0]!.location],
      ])
      expect((await c.run((db) => findAgreementById(db, d.id)))!.offered!.signatures).toHaveLength(1)
    }),
  )
})

test(
  'every page is valid HTML in every state that shows it',
  inCity(async (c) => {
    const [draft, offered, signed] = [await make(c, 'draft'), await make(c, 'offered'), await make(c, 'in_force')]
    await c.as('section').fill(urls.release(at(signed)), { withheld: '花' })
    await c.as('section').fill(urls.amendment(at(signed)))
    const pages: [string, string][] = [
      ['section', urls.list(city)],
      ['section', urls.new(city)],
      ['section', urls.show(at(draft))],
      ['section', urls.edit(at(draft))],
      ['section', urls.offer(at(draft))],
      ['secretary', urls.show(at(offered))],
      ['secretary', urls.signature(at(offered))],
      ['section', urls.paperSignature(at(offered))],
      ['section', urls.recall(at(offered))],
      ['secretary', urls.show(at(signed))],
      ['secretary', urls.edit(at(signed))],
      ['secretary', urls.amendmentWithdrawal(at(signed))],
      ['secretary', urls.versions(at(signed))],
      ['secretary', urls.difference({ ...at(signed), version: '1' })],
      ['section', urls.termination(at(signed))],
      ['section', urls.release(at(signed))],
      ['section', urls.withdrawal(at(signed))],
      ['nobody', urls.show(at(signed))],
      ['nobody', urls.list(city)],
    ]
    for (const [person, path] of pages) {
      const page = await c.as(person).get(path)
      expect(page.status, `${person} ${path}`).toBe(200)
      const { results } = await validator.validateString(page.text)
      expect(
        results.flatMap(({ messages }) => messages.map(({ message, ruleId }) => `${path} ${ruleId}: ${message}`)),
      ).toEqual([])
      expect(page.says, path).not.toMatch(/undefined|NaN|\[object/)
    }
  }),
)

test(
  'the difference between two versions is shown part by part, with the reason',
  inCity(async (c) => {
    const d = await make(c, 'in_force')
    const secretary = c.as('secretary')
    const begun = await secretary.fill(urls.amendment(at(d)))
    const saved = await secretary.fill(begun.location!, {
      note: '場所を広げるため',
      purpose: '対岸にも花を広げる。',
      'targets.0.value': '1,300',
    })
    await secretary.fill(saved.location!)
    const page = await secretary.get(urls.difference({ ...at(d), version: '2' }))
    expect(page.headings).toContain('条文 目的')
    expect(page.says).toContain('場所を広げるため')
    expect(page.says).toContain('手入れに加わった人の数 1,300人以上（令和9年3月31日(水)まで）')
    expect(page.headings).not.toContain('別表 役割')
    expect((await secretary.get(urls.difference({ ...at(d), version: '9' }))).status).toBe(404)
  }),
)

test(
  'on paper stand the articles, the annex, who signed and the number of the text; the copy for everyone names nobody',
  inCity(async (c) => {
    const d = await make(c, 'in_force')
    const own = textOfPdf(Buffer.from(await (await pdf(c, 'secretary', urls.pdf(at(d)))).arrayBuffer()))
    for (const words of ['第1条', '別表', '240人', '佐藤', '石井', d.current!.digest.slice(0, 8)])
      expect(own).toContain(words)
    expect((await pdf(c, 'nobody', urls.pdf(at(d)))).status).toBe(404)
    await c.as('section').fill(urls.release(at(d)), { withheld: '' })
    const open = textOfPdf(Buffer.from(await (await pdf(c, 'nobody', urls.pdf(at(d)))).arrayBuffer()))
    expect(open).toContain('第1条')
    expect(open).not.toContain('佐藤')
  }),
  60_000,
)

test(
  'a paper to sign by hand has the annex before the lines, a line for each party who has not signed, and room for a seal',
  inCity(async (c) => {
    const d = await make(c, 'offered')
    await c.run(async (db) => signAs(db, c, (await groupAndCity(db, c))[0]!, d))
    const sheet = textOfPdf(Buffer.from(await (await pdf(c, 'section', urls.pdf(at(d)))).arrayBuffer())).replace(
      /\s/g,
      '',
    )
    expect(sheet.indexOf('別表')).toBeLessThan(sheet.lastIndexOf('署名した日'))
    expect(sheet.lastIndexOf('別表役割')).toBeLessThan(sheet.lastIndexOf('職・氏名（署名または記名押印）'))
    expect(sheet.match(/職・氏名（署名または記名押印）/g)).toHaveLength(1)
    expect(sheet.match(/印/g)!.length).toBe(2)
    expect(sheet).not.toMatch(/（\d+番）/)
  }),
  60_000,
)

test(
  'a letter goes with the paper, to the representative by name or to the body with 御中, from the section alone',
  inCity(async (c) => {
    const d = await make(c, 'offered')
    const letter = (person: string, party: string) => pdf(c, person, urls.letter(at(d), { party }))
    const read = async (party: string) =>
      textOfPdf(Buffer.from(await (await letter('section', party)).arrayBuffer())).replace(/\s/g, '')
    const words = await read(c.parties.first!.id)
    expect(words).toContain(`代表者${c.people.representative!.name.replace(/\s/g, '')}様`)
    for (const one of [
      '協定書への署名について（お願い）',
      '令8-協定-0001',
      '令和8年11月25日',
      d.offered!.digest.slice(0, 4),
    ])
      expect(words).toContain(one)
    expect(await read(c.parties.city!.id)).toContain('御中')
    expect((await letter('secretary', c.parties.first!.id)).status).toBe(403)
    expect((await letter('section', c.parties.second!.id)).status).toBe(404)
    expect((await letter('nobody', c.parties.first!.id)).status).toBe(303)
  }),
  60_000,
)

/** The bytes of a download, asked for with the person's session. */
async function pdf(c: CityWorld, person: string, path: string): Promise<Response> {
  const browser = c.as(person)
  await browser.get(urls.list(city))
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return c.app.app.request(`http://localhost:3000${path}`, { headers: cookie ? { cookie } : {} })
}

describe('who hears of it', () => {
  test(
    'the desk shows a signatory their signature, and the section whose is missing, in two statements',
    inCity(async (c) => {
      const d = await make(c, 'offered')
      await c.run(async (db) => {
        const of = async (person: string) => {
          const act = await c.act(db, person)
          let statements = 0
          const stop = onStatement(() => statements++)
          const found = await waitingFor(act, city.city)
          stop()
          return { found: found.map(({ href, kind, who }) => [href, kind, who]), statements }
        }
        expect(await of('secretary')).toEqual({
          found: [[urls.signature(at(d)), '署名する', c.parties.first!.name]],
          statements: 2,
        })
        expect((await of('section')).found).toEqual([[urls.show(at(d)), '署名を確かめる', '協働の担当課']])
        expect((await of('representative')).found).toEqual([])
        expect((await of('stranger')).found).toEqual([])
        await signAs(db, c, (await groupAndCity(db, c))[0]!, d)
        expect((await of('secretary')).found).toEqual([])
        expect((await of('signatory')).found).toHaveLength(1)
      })
    }),
  )

  test(
    'signatories are written to with the way to the text, parties when all have signed; nobody without an address',
    inCity(async (c) => {
      const d = await make(c, 'in_force')
      await c.run(async (db) => {
        const payload = { agreement: d.id, city: city.city }
        await jobs['agreement.mail-complete']!({ db, now: c.now, payload })
        const offered = await anAgreement(c, db, 'offered')
        await jobs['agreement.mail-offer']!({ db, now: c.now, payload: { ...payload, agreement: offered.id } })
        const mails = await db
          .selectFrom('mails')
          .select(['to_address', 'subject', 'body'])
          .where('about_kind', '=', 'agreement')
          .orderBy('id')
          .execute()
        expect(
          mails
            .filter(({ subject }) => subject.startsWith('【署名のお願い】'))
            .map(({ to_address }) => to_address)
            .sort(),
        ).toEqual([c.people.secretary!.email, c.people.signatory!.email].sort())
        expect(mails.find(({ subject }) => subject.startsWith('【署名'))!.body).toContain(urls.signature(at(offered)))
        expect(mails.some(({ subject }) => subject.includes('全員の署名がそろいました'))).toBe(true)
      })
    }),
  )
})

test(
  'the section hears of what is signed and not yet public, and everybody of a term that is nearly over',
  inCity(async (c) => {
    const soon = new Date(c.now.getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
    const d = await make(c, 'in_force', {
      draft: { starts_on: '令和8年4月1日', ends_on: soon, targets: [{ indicator: '人数', value: '1', by: soon }] },
    })
    const of = (person: string) =>
      c.run(async (db) =>
        (await waitingFor(await c.act(db, person), city.city)).map(({ kind, due, href }) => [kind, due, href]),
      )
    const talk = ['続けるかどうかを話し合う', soon, urls.show(at(d))]
    expect(await of('section')).toEqual([talk, ['公開用の写しを確かめて公開する', undefined, urls.release(at(d))]])
    expect(await of('representative')).toEqual([talk])
    expect(await of('neighbour')).toEqual([])
    await c.as('section').fill(urls.release(at(d)))
    await c.as('secretary').fill(urls.amendment(at(d)))
    expect(await of('section')).toEqual([])
  }),
)

test(
  'before a copy is released, the section reads it with its words blacked out; nothing is public yet',
  inCity(async (c) => {
    const d = await make(c, 'in_force')
    const section = c.as('section')
    const preview = await section.follow(await section.fill(urls.release(at(d)), { withheld: '土手' }, 'preview'))
    expect(preview.says).toContain('■■■に咲く花を')
    expect(preview.field('伏せる言葉')).toBe('土手')
    expect((await c.as('nobody').get(urls.show(at(d)))).status).toBe(404)
    await section.post(urls.release(at(d)), preview.formValues)
    expect((await c.as('nobody').get(urls.show(at(d)))).heading).toBe('■■■の花壇をともに育てる')
  }),
)

test(
  'the number of statements does not grow with the parties',
  inCity(async (c) => {
    const few = await make(c, 'offered')
    const many = await c.run(async (db) =>
      anAgreement(c, db, 'offered', { sides: await groups(db, c, 20), draft: { kind: 'mutual' } }),
    )
    const counted = async (path: string) => {
      const browser = c.as('section')
      await browser.get(path)
      let statements = 0
      const stop = onStatement(() => statements++)
      expect((await browser.get(path)).status).toBe(200)
      stop()
      return statements
    }
    for (const page of [urls.show, urls.versions, urls.paperSignature])
      expect(await counted(page(at(many))), page.pattern).toBe(await counted(page(at(few))))
    expect(await counted(urls.show(at(many)))).toBeLessThan(22)
  }),
)

test(
  'hard names stand as they were written, and markup in them stays text',
  inCity(async (c) => {
    const name = '<b>髙﨑</b>&𠮷田「協働」の会'
    const d = await c.run(async (db) => {
      const sides = await groups(db, c, 2)
      await db.updateTable('parties').set({ name }).where('id', '=', sides[0]!.party.id).execute()
      const renamed = [{ ...sides[0]!, party: { ...sides[0]!.party, name } }, sides[1]!]
      return anAgreement(c, db, 'in_force', {
        sides: renamed,
        draft: { kind: 'mutual', title: `${'長'.repeat(98)}名` },
      })
    })
    await c.as('section').fill(urls.release(at(d)))
    const page = await c.as('nobody').get(urls.show(at(d)))
    expect(page.says).toContain(name)
    expect(page.heading).toBe(`${'長'.repeat(98)}名`)
  }),
)
