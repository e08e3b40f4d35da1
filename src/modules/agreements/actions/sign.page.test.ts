import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity, aDraft as typedDraft } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { addMembership } from '../../parties/index.ts'
import { agreements } from '../index.ts'
import { findAgreementById } from '../queries/one.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const world = useWorld()

const city = { city: 'kawaguchi' }

const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

type Made = Parameters<typeof anAgreement>[2]

const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))

const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })

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
      const agreement = await make(c, 'offered', { sides })
      const scan = new File(['%PDF-1.4'], '署名.pdf', { type: 'application/pdf' })
      const page = await c.as('section').get(urls.paperSignature(at(agreement)))
      expect(page.says).toContain('福田 義雄')
      const values = {
        signer: `${c.parties.third!.id}:${c.people.elder!.id}`,
        signed_on: 'R8.11.25',
        code: agreement.offered!.digest.slice(0, 8),
        scan,
      }
      const entered = await c.as('section').fill(urls.paperSignature(at(agreement)), values)
      expect([entered.status, entered.errors]).toEqual([303, {}])
      const shown = await c.as('section').get(urls.show(at(agreement)))
      expect(shown.says).toContain(`紙の署名（写しあり） 記録 ${c.people.section!.name} 令和8年11月25日(水)`)
      expect(shown.links.map(({ text }) => text).some((text) => text.startsWith('署名.pdf'))).toBe(true)
    }),
  )
})

describe('signing', () => {
  test(
    'without the tick nothing is signed',
    inCity(async (c) => {
      const agreement = await make(c, 'offered')
      const answer = await c.as('secretary').fill(urls.signature(at(agreement)))
      expect(answer.status).toBe(422)
      expect(answer.errors.agree).toContain('文面のすべてを読み')
    }),
  )

  test(
    'a text that changed while it was read is refused with 409, shown anew, and nothing is signed',
    inCity(async (c) => {
      const agreement = await make(c, 'offered')
      const secretary = c.as('secretary')
      const read = await secretary.get(urls.signature(at(agreement)))
      const section = c.as('section')
      const recalled = await section.fill(urls.recall(at(agreement)), { reason: '目的を直すため' })
      const saved = await section.fill(recalled.location!, { purpose: '別の目的にする。' })
      expect((await section.fill(saved.location!)).status).toBe(303)
      const answer = await secretary.post(urls.signature(at(agreement)), { ...read.formValues, agree: 'yes' })
      expect(answer.status).toBe(409)
      expect(answer.says).toContain('あなたが読んでいる間に文面が変わりました')
      expect(answer.says).toContain('別の目的にする。')
      expect((await c.run((db) => findAgreementById(db, agreement.id)))!.offered!.signatures).toEqual([])
      const anew = await secretary.post(urls.signature(at(agreement)), { ...answer.formValues, agree: 'yes' })
      expect(anew.status).toBe(303)
    }),
  )

  test(
    'pressing twice signs once',
    inCity(async (c) => {
      const agreement = await make(c, 'offered')
      const secretary = c.as('secretary')
      const page = await secretary.get(urls.signature(at(agreement)))
      const answers = [
        await secretary.post(urls.signature(at(agreement)), { ...page.formValues, agree: 'yes' }),
        await secretary.post(urls.signature(at(agreement)), { ...page.formValues, agree: 'yes' }),
      ]
      expect(answers.map(({ status, location }) => [status, location])).toEqual([
        [303, answers[0]!.location],
        [303, answers[0]!.location],
      ])
      expect((await c.run((db) => findAgreementById(db, agreement.id)))!.offered!.signatures).toHaveLength(1)
    }),
  )
})

describe('a person who may sign for the city and for a group', () => {
  /** Of both parties the city's signatory is a signatory, without a post: the city's staff sign for no group at all. */
  const ofBoth = async (c: CityWorld) => {
    const { id: person_id } = c.people.signatory!
    await c.run(async (db) => {
      await db.updateTable('posts').set({ ends_on: '2026-10-31' }).where('person_id', '=', person_id).execute()
      const role = { party_id: c.parties.first!.id, person_id, role: 'signatory', starts_on: '2025-04-01' } as const
      await addMembership(db, { ...role, entered_at: c.now })
    })
    return make(c, 'offered')
  }
  const waitsFor = (c: CityWorld, person: string) =>
    c.run(async (db) => (await agreements.inbox!(await c.act(db, person), city.city)).map(({ kind }) => kind))

  test(
    'and is on the city’s staff is offered the city’s side alone, and asked for no other',
    inCity(async (c) => {
      await ofBoth(c)
      await c.run((db) =>
        db.updateTable('posts').set({ ends_on: null }).where('person_id', '=', c.people.signatory!.id).execute(),
      )
      const agreement = await make(c, 'offered')
      const page = await c.as('signatory').get(urls.signature(at(agreement)))
      expect([page.status, page.says.includes('市と団体の両方のために署名することはできません')]).toEqual([200, false])
      const { actor } = await c.run((db) => c.act(db, 'signatory'))
      expect(actor.parties.map(({ is_city }) => is_city)).toEqual([true])
      const paper = await c.as('section').get(urls.paperSignature(at(agreement)))
      expect(paper.says).not.toContain(`${c.parties.first!.name} ${c.people.signatory!.name}`)
    }),
  )

  test(
    'chooses one side before signing, and is told that the other is for somebody else',
    inCity(async (c) => {
      const agreement = await ofBoth(c)
      const page = await c.as('signatory').get(urls.signature(at(agreement)))
      expect(page.says).toContain('市と団体の両方のために署名することはできません')
    }),
  )

  test(
    'is offered nothing more once one side is signed: no button, no row in the inbox, no line for the paper',
    inCity(async (c) => {
      const agreement = await ofBoth(c)
      const sent = await c
        .as('signatory')
        .fill(urls.signature(at(agreement)), { agree: 'yes', party_id: c.parties.city!.id })
      expect(sent.status).toBe(303)
      const again = await c.as('signatory').get(urls.signature(at(agreement)))
      expect([again.status, again.says.includes('もう一方の署名は、別の署名者の方に')]).toEqual([403, true])
      const shown = await c.as('signatory').get(urls.show(at(agreement)))
      expect(shown.links.map(({ href }) => href)).not.toContain(urls.signature(at(agreement)))
      expect(await waitsFor(c, 'signatory')).not.toContain('署名する')
      expect(await waitsFor(c, 'secretary')).toContain('署名する')
      const paper = await c.as('section').get(urls.paperSignature(at(agreement)))
      expect(paper.says).toContain(`${c.parties.first!.name} ${c.people.secretary!.name}`)
      expect(paper.says).not.toContain(`${c.parties.first!.name} ${c.people.signatory!.name}`)
    }),
  )

  test(
    'is named where the other side has nobody else, so that the section knows whom to register',
    inCity(async (c) => {
      const agreement = await ofBoth(c)
      await c.as('signatory').fill(urls.signature(at(agreement)), { agree: 'yes', party_id: c.parties.city!.id })
      await c.run((db) =>
        db
          .updateTable('memberships')
          .set({ ends_on: '2026-10-31' })
          .where('party_id', '=', c.parties.first!.id)
          .where('person_id', '<>', c.people.signatory!.id)
          .execute(),
      )
      const paper = await c.as('section').get(urls.paperSignature(at(agreement)))
      expect(paper.says).toContain('もう一方のために署名した方のほかに、署名者が登録されていません')
      expect(paper.says).toContain('いま記録できる署名はありません')
    }),
  )
})
