import { describe, expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
import { addressOf, anEntry, aParty, aProject, aPublicProject, enterOne } from '../../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { findProjectById, type Inside } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () => w.inCity(city, run)

const paper = () => new File(['%PDF-1.4'], '変更届.pdf', { type: 'application/pdf' })
const again = (c: CityWorld, { id }: Inside) => c.run(async (db) => (await findProjectById(db, id))!)
const sums = ({ parties }: Inside) => parties.map(({ money_yen }) => money_yen)

/** A public project in which the group gives 20,000 yen and the department 180,000, without an agreement. */
const among = (c: CityWorld) =>
  c.run((db) =>
    aPublicProject(c, db, 'active', {
      parties: [
        { ...aParty(c, 'first'), money_yen: 20_000 },
        { ...aParty(c, 'department-office'), money_yen: 180_000 },
      ],
    }),
  )

/** The same between the group and the city, as both have signed it. */
async function signed(c: CityWorld): Promise<{ project: Inside; ref: string }> {
  return c.run(async (db) => {
    const money = [
      { party: c.parties.first!.id, yen: '20000', for: '苗' },
      { party: c.parties.city!.id, yen: '180000', for: '土' },
    ]
    const agreement = await anAgreement(c, db, 'in_force', { draft: { money } })
    const parties = [{ party_id: c.parties.first!.id }, { party_id: c.parties.city!.id }]
    const project = await enterOne(await c.act(db, 'section'), anEntry(c, { agreement_id: agreement.id, parties }))
    return { project, ref: `r8-agreement-000${agreement.number}` }
  })
}

describe('what another party does and pays', () => {
  test(
    'is text to a group’s secretary, and a form made by hand that says otherwise is refused and changes nothing',
    inCity(async (c) => {
      const project = await among(c)
      const page = await c.as('secretary').get(urls.edit(addressOf(city, project)))
      expect(page.says).toContain('180,000円')
      expect(page.formValues).toMatchObject({ 'parties.0.money_yen': '20000' })
      expect(Object.keys(page.formValues)).not.toContain('parties.1.money_yen')
      const forged = { 'parties.1.money_yen': '9,999,999' }
      const sent = await c.as('secretary').fill(urls.edit(addressOf(city, project)), forged, 'send')
      expect(sent.status).toBe(403)
      expect(sent.says).toContain(`「${c.parties['department-office']!.name}」の役割と金額を書けるのは`)
      expect(sums(await again(c, project))).toEqual([20_000, 180_000])
    }),
  )

  test(
    'is changed by nobody else: not by the section for a group, not by one department for another',
    inCity(async (c) => {
      const project = await among(c)
      const at = urls.edit(addressOf(city, project))
      for (const [person, row] of [
        ['section', 0],
        ['officer', 0],
      ] as const) {
        const sent = await c.as(person).fill(at, { [`parties.${row}.does`]: 'ほかの方の役割' }, 'send')
        expect([person, sent.status]).toEqual([person, 403])
      }
      expect((await c.as('officer').fill(at, { 'parties.1.money_yen': '170000' }, 'send')).status).toBe(303)
      expect(sums(await again(c, project))).toEqual([20_000, 170_000])
    }),
  )

  test(
    'is kept before and after in the record, and both sides read it on the project’s page; the public does not',
    inCity(async (c) => {
      const project = await among(c)
      const at = addressOf(city, project)
      await c.as('secretary').fill(urls.edit(at), { 'parties.0.money_yen': '30000', place: '市民公園' }, 'send')
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'project', id: project.id }]))
      expect(entries.at(-1)).toMatchObject({
        kind: 'project.revised',
        payload: {
          changes: [
            { label: '場所', before: '市内の商店街', after: '市民公園' },
            { label: `「${c.parties.first!.name}」の出す額`, before: '20,000円', after: '30,000円' },
          ],
        },
      })
      for (const person of ['secretary', 'officer'])
        expect((await c.as(person).get(urls.show(at))).says, person).toMatch(/直した記録.*20,000円.*30,000円/)
      expect((await c.as('nobody').get(urls.show(at))).says).not.toContain('直した記録')
    }),
  )

  test(
    'stays with whoever said it: the city takes no group out that has written what it does, the group itself may go',
    inCity(async (c) => {
      const project = await c.run((db) =>
        aProject(c, db, 'planned', {
          parties: [aParty(c, 'first'), aParty(c, 'second'), aParty(c, 'department-office')],
        }),
      )
      const at = urls.edit(addressOf(city, project))
      const gone = await c.as('section').fill(at, { 'parties.1.party_id': '' }, 'send')
      expect([gone.status, gone.errors.parties]).toEqual([422, expect.stringContaining('役割を書いています')])
      expect((await again(c, project)).parties).toHaveLength(3)
      const neighbour = c.as('neighbour')
      const without = await neighbour.fill(at, {}, 'remove:parties.1')
      const left = await neighbour.post(at, { ...without.formValues, _act: 'send' })
      expect(left.status, JSON.stringify(left.errors)).toBe(303)
      expect((await again(c, project)).parties).toHaveLength(2)
    }),
  )
})

describe('what all have signed', () => {
  test(
    'is text in the project for everyone, with the way to its amendment; a form made by hand is refused',
    inCity(async (c) => {
      const { project } = await signed(c)
      const at = addressOf(city, project)
      for (const person of ['secretary', 'section']) {
        const page = await c.as(person).get(urls.edit(at))
        expect(page.says, person).toContain('180,000円')
        expect(page.says, person).toContain('署名のすんだ取り決めのとおりです')
        expect(page.links.map(({ href }) => href)).toContain(
          agreements.show({ city, ref: project.facts.agreement!.ref }),
        )
        const fields = Object.keys(page.formValues)
        for (const fixed of [
          'parties.0.money_yen',
          'parties.1.does',
          'starts_on',
          'ends_on',
          'budget_yen',
          'fiscal_years',
        ])
          expect(fields, `${person} ${fixed}`).not.toContain(fixed)
        const forgeries: Record<string, string>[] = [
          { 'parties.1.money_yen': '9999999' },
          { 'parties.0.does': '別のことをする。' },
          { ends_on: '令和9年12月31日' },
          { budget_yen: '1' },
        ]
        for (const forged of forgeries) {
          const sent = await c.as(person).fill(urls.edit(at), forged, 'send')
          expect([person, sent.status, sent.says.includes('変更の案を書き')], JSON.stringify(forged)).toEqual([
            person,
            403,
            true,
          ])
        }
      }
      const after = await again(c, project)
      expect([sums(after), after.ends_on, after.budget_yen]).toEqual([[20_000, 180_000], '2027-03-31', 200_000])
    }),
  )

  test(
    'is what the project begins with, whatever the form that enters it says',
    inCity(async (c) => {
      const agreement = await c.run((db) => anAgreement(c, db, 'in_force'))
      const more = { summary: '花壇を育てます。', forms: [c.charter.forms[0]!.key] }
      const page = urls.new({ city }, { agreement: agreement.id })
      const forged = await c.as('section').fill(page, { ...more, 'parties.1.does': '何もしない。' }, 'send')
      expect(forged.status).toBe(403)
      expect((await c.as('section').fill(page, more, 'send')).status).toBe(303)
      const { id } = await c.run((db) => db.selectFrom('projects').select('id').executeTakeFirstOrThrow())
      const project = (await c.run((db) => findProjectById(db, id)))!
      expect(project.parties.map(({ does }) => does)).toEqual(agreement.current!.text.roles.map(({ does }) => does))
    }),
  )

  test(
    'are the targets too: before the work begins their words stay, and only results are written',
    inCity(async (c) => {
      const { project } = await signed(c)
      const at = urls.targets(addressOf(city, project))
      const page = await c.as('secretary').get(at)
      expect(page.says).toContain('署名のすんだ取り決めのとおりです')
      const easier = await c.as('secretary').fill(at, { 'targets.0.value': '1' }, 'send')
      expect([easier.status, easier.says.includes('変更の案を書き')]).toEqual([403, true])
      expect((await c.as('secretary').fill(at, { 'targets.0.result': '120' }, 'send')).status).toBe(303)
      expect((await again(c, project)).targets).toMatchObject([{ value: '240', result: '120' }])
    }),
  )

  test(
    'keeps its signers: none is taken out of the project by the city',
    inCity(async (c) => {
      const { project } = await signed(c)
      const at = urls.edit(addressOf(city, project))
      const other = { 'parties.0.party_id': c.parties.second!.id }
      expect((await c.as('section').fill(at, other, 'send')).status).not.toBe(303)
      expect((await again(c, project)).parties.map(({ party_id }) => party_id)).toEqual(
        project.parties.map(({ party_id }) => party_id),
      )
    }),
  )
})

describe('a group that writes on paper', () => {
  test(
    'has its share typed in by the city with the scan, in its own name, before and after in the record',
    inCity(async (c) => {
      const project = await among(c)
      const at = addressOf(city, project)
      const page = urls.paperShare(at, { party: c.parties.first!.id })
      expect((await c.as('secretary').get(page)).status).toBe(403)
      const without = await c.as('officer').fill(page, { money_yen: '25000' })
      expect([without.status, Object.keys(without.errors)]).toEqual([422, ['scan']])
      const sent = await c.as('officer').fill(page, { money_yen: '25000', scan: paper() })
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      expect(sums(await again(c, project))).toEqual([25_000, 180_000])
      const entry = (await c.run((db) => entriesOf(db, [{ kind: 'project', id: project.id }]))).at(-1)!
      expect(entry).toMatchObject({
        kind: 'project.share-entered',
        party_id: c.parties.first!.id,
        channel: 'paper',
        payload: { changes: [{ before: '20,000円', after: '25,000円' }] },
      })
      const shown = await c.as('secretary').get(urls.show(at))
      expect(shown.links.some(({ text }) => text.includes('変更届.pdf'))).toBe(true)
      expect((await c.as('nobody').get(urls.show(at))).says).not.toContain('変更届.pdf')
    }),
  )

  test(
    'is not spoken for by its city in a new entry without its paper, and by no other group at all',
    inCity(async (c) => {
      await c.run(async (db) => {
        const act = await c.act(db, 'section')
        await expect(enterOne(act, anEntry(c, { scan: [] }))).rejects.toThrow(Invalid)
        const silent = { parties: [{ party_id: c.parties.first!.id }, aParty(c, 'department-office')], scan: [] }
        expect((await enterOne(act, anEntry(c, silent))).parties).toMatchObject([{ does: '' }, { brings: '人手' }])
        const two = { parties: [aParty(c, 'first'), aParty(c, 'second')], department_id: null }
        await expect(enterOne(await c.act(db, 'secretary'), anEntry(c, two))).rejects.toThrow(Forbidden)
      })
    }),
  )

  test(
    'says with its paper what was not signed, and nothing else than what was',
    inCity(async (c) => {
      const { project } = await signed(c)
      const page = urls.paperShare(addressOf(city, project), { party: c.parties.first!.id })
      const forged = await c.as('section').fill(page, { money_yen: '1', scan: paper() })
      expect([forged.status, sums(await again(c, project))]).toEqual([403, [20_000, 180_000]])
      expect((await c.as('section').fill(page, { role: '主催', scan: paper() })).status).toBe(303)
      expect((await again(c, project)).parties[0]).toMatchObject({ role: '主催', money_yen: 20_000 })
    }),
  )
})

test(
  'the department in charge is the city’s choice: no group names it or changes it',
  inCity(async (c) => {
    const project = await c.run((db) => aProject(c, db))
    const at = urls.edit(addressOf(city, project))
    expect(Object.keys((await c.as('secretary').get(at)).formValues)).not.toContain('department_id')
    const other = await c.as('secretary').fill(at, { department_id: c.parties['section-office']!.id }, 'send')
    expect([other.status, other.says.includes('市の担当課は、市が決めます')]).toEqual([403, true])
    expect((await again(c, project)).department_id).toBe(project.department_id)
  }),
)
