import { expect, test } from 'vitest'
import { anAgreement, groups } from '../../../../test/agreements.ts'
import { addressOf, anEntry, aParty, aProject, enterOne } from '../../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { findProjectById, reviseProject } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

/** A project of the first group and the department, and what both agreed on later. */
const late = (c: CityWorld, state: Parameters<typeof anAgreement>[2] = 'in_force') =>
  c.run(async (db) => ({ project: await aProject(c, db), agreement: await anAgreement(c, db, state) }))

const tieTo = (c: CityWorld, id: string, agreement_id: string, person = 'section') =>
  c.run(async (db) => {
    const project = (await findProjectById(db, id))!
    return (await reviseProject(await c.act(db, person), project, anEntry(c, { agreement_id }))).made
  })

test('an agreement that still waits for signatures is not offered, and not taken', () =>
  w.inCity('kawaguchi', async (c) => {
    const { project, agreement } = await late(c, 'offered')
    const page = await c.as('officer').get(urls.edit(addressOf('kawaguchi', project)))
    expect(page.says).not.toContain('もとになる協定')
    await expect(tieTo(c, project.id, agreement.id)).rejects.toThrow(Invalid)
  }))

test('what others agreed on is not offered, and not taken', () =>
  w.inCity('kawaguchi', async (c) => {
    const { project, agreement } = await c.run(async (db) => ({
      project: await aProject(c, db),
      agreement: await anAgreement(c, db, 'in_force', { sides: await groups(db, c, 2) }),
    }))
    await expect(tieTo(c, project.id, agreement.id)).rejects.toThrow(Invalid)
    expect((await c.run((db) => findProjectById(db, project.id)))!.agreement_id).toBeNull()
  }))

test('an agreement of another project is not offered, and one project is tied to one agreement', () =>
  w.inCity('kawaguchi', async (c) => {
    const { project, agreement } = await late(c)
    const other = await c.run(async (db) => {
      await enterOne(await c.act(db, 'section'), anEntry(c, { agreement_id: agreement.id }))
      return anAgreement(c, db, 'in_force')
    })
    await expect(tieTo(c, project.id, agreement.id)).rejects.toThrow(Invalid)
    expect((await tieTo(c, project.id, other.id)).agreement_id).toBe(other.id)
    await expect(tieTo(c, project.id, agreement.id)).rejects.toThrow(Invalid)
    expect((await tieTo(c, project.id, other.id)).agreement_id).toBe(other.id)
  }))

test('chosen on the page for putting the entry right, it becomes what the project stands on, and the way says so', () =>
  w.inCity('kawaguchi', async (c) => {
    const { project, agreement } = await late(c)
    const at = addressOf('kawaguchi', project)
    const page = await c.as('officer').get(urls.edit(at))
    expect(page.says).toContain('もとになる協定')
    expect(page.says).toContain(agreement.title)
    const saved = await c.as('officer').fill(urls.edit(at), { agreement_id: agreement.id }, 'send')
    expect(saved.status, JSON.stringify(saved.errors)).toBe(303)
    const after = (await c.run((db) => findProjectById(db, project.id)))!
    expect(after).toMatchObject({ agreement_id: agreement.id, facts: { agreement: { signed: 2 } } })
    expect(after.targets.map(({ indicator }) => indicator)).toEqual(['手入れに加わった人の数'])
    const shown = await c.as('officer').get(urls.show(at))
    expect(shown.says).toContain('署名のすんだ取り決めを、この事業のもとにしました。')
    expect((await c.as('officer').get(urls.edit(at))).says).not.toContain('もとになる協定')
  }))

test('of two people who put the entry right the later is shown both', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aProject(c, db)))
    const [one, two] = [c.as('secretary'), c.as('section')]
    const form = (await two.get(urls.edit(at))).formValues
    expect((await one.fill(urls.edit(at), { place: '駅前' }, 'send')).status).toBe(303)
    const late = await two.post(urls.edit(at), { ...form, place: '公園', _act: 'send' })
    expect(late.status).toBe(409)
    expect(late.field('場所')).toBe('公園')
  }))

test('no party can be changed into a set that the charter does not know', () =>
  w.inCity('yoshikawa', async (c) => {
    await c.run(async (db) => {
      const project = await aProject(c, db)
      const act = await c.act(db, 'section')
      const alone = anEntry(c, { parties: [aParty(c, 'first'), aParty(c, 'second')] })
      await expect(reviseProject(act, project, alone)).rejects.toThrow('市民と行政との協働です')
      const twice = anEntry(c, { parties: [aParty(c, 'first'), aParty(c, 'first'), aParty(c, 'department-office')] })
      await expect(reviseProject(act, project, twice)).rejects.toThrow('同じ団体が二度')
      expect((await findProjectById(db, project.id))!.parties.map(({ name }) => name)).toEqual(
        project.parties.map(({ name }) => name),
      )
    })
  }))

test('one may come in and one may go, as long as the charter knows what remains', () =>
  w.inCity('yoshikawa', async (c) => {
    await c.run(async (db) => {
      const project = await aProject(c, db)
      const three = anEntry(c, {
        parties: [{ party_id: c.parties.second!.id }, aParty(c, 'first'), aParty(c, 'department-office')],
      })
      const { made: revised } = await reviseProject(await c.act(db, 'section'), project, three)
      expect(revised.parties.map(({ party_id }) => party_id)).toEqual(three.parties.map(({ party_id }) => party_id))
    })
  }))
