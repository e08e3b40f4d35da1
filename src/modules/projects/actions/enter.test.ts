import { describe, expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
import { anEntry, aParty, aProject, enterOne, revisedCharter, zoneOf } from '../../../../test/projects.ts'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { asJson, type Db } from '../../../platform/db/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { judge } from '../../principles/index.ts'
import { sheetOf } from '../../programmes/index.ts'
import { questionsOf } from '../../questionnaires/index.ts'
import { type AgreedText, shareIn } from '../../texts/index.ts'
import { findProjectById, projects, setTargets } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

/** Runs the reactions to an entry as the worker does. */
const react = (c: CityWorld, kind: string, subject_id: string) =>
  c.run(async (db) => {
    for (const one of projects.on ?? [])
      if (one.kind === kind) await one.run({ db, now: c.now, entry: { subject_id } as never })
  })

describe('made from what was agreed', () => {
  test('the form of an agreement in force is filled in, its targets become the project’s, and its signatures its evidence', () =>
    w.inCity('kawaguchi', async (c) => {
      const d = await c.run((db) => anAgreement(c, db, 'in_force'))
      const from = urls.new({ city: 'kawaguchi' }, { agreement: d.id })
      const form = await c.as('section').get(from)
      expect(form.field('事業の名前')).toBe('土手の花壇をともに育てる')
      const more = { summary: '花壇を育てます。', forms: [c.charter.forms[0]!.key], beneficiaries: '散歩する人' }
      const sent = await c.as('section').fill(from, more, 'send')
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      const page = await c.as('section').get(sent.location!)
      expect(page.says).toContain('2者が、同じ文面の')
      expect(page.says).toContain('手入れに加わった人の数')
      const project = await c.run(async (db) =>
        findProjectById(db, (await db.selectFrom('projects').select('id').executeTakeFirstOrThrow()).id),
      )
      expect(project!.facts.agreement).toMatchObject({ parties: 2, signed: 2, targets: 1, roles: 2 })
      for (const key of ['shared-purpose', 'role-division'] as const) {
        const judged = judge({ ...c.charter, principles: [{ ...c.charter.principles[0]!, evidence: [key] }] }, project!)
        expect(judged[0]!.met, key).toBe('met')
      }
      expect(page.links.map(({ href }) => href)).toContain(
        agreements.show({ city: 'kawaguchi', ref: project!.facts.agreement!.ref }),
      )
    }))

  test.each(['kawaguchi', 'kawagoe', 'yoshikawa', 'iruma', 'kawasaki'])(
    'what the page says is filled in is filled in, from the agreement and the proposal it came from, in %s',
    (city) =>
      w.inCity(city, async (c) => {
        await openFor(c)
        const { proposal, agreement } = await c.run(async (db) => {
          const proposal = await aProposal(c, db, 'decided')
          const term = { starts_on: '令和8年12月1日', ends_on: '令和9年5月31日' }
          const agreement = await anAgreement(c, db, 'in_force', { draft: term })
          await db.updateTable('agreements').set({ proposal_id: proposal.id }).where('id', '=', agreement.id).execute()
          return { proposal, agreement }
        })
        const fields: Record<string, string> = {
          どんな事業か: 'summary',
          目的: 'purpose',
          取り組む主体と役割: 'parties.0.party_id',
          形態: 'forms',
          分野: 'fields',
          場所: 'place',
          期間: 'starts_on',
          予算: 'budget_yen',
        }
        for (const query of [{ agreement: agreement.id }, { proposal: proposal.id }]) {
          const zones = c.charter.zones.find((one) => one.collaboration && one.forms.length > 0)
          const [first, chosen] = [query, { ...query, ...(zones ? { zone: zones.key } : {}) }]
          const early = await c.as('section').get(urls.new({ city }, first))
          const page = early.formValues.title ? early : await c.as('section').get(urls.new({ city }, chosen))
          const [, there, missing] =
            /。([^。]+)は、下の欄に入っています。.*?(?:([^。]+)は、書き足してください。)/.exec(page.says) ?? []
          expect(there, page.says).toBeDefined()
          for (const words of there!.split('、')) {
            // What was signed is no field: the page shows it as it was signed.
            if ('agreement' in query && words === '期間') expect(page.says).toContain('令和8年12月1日')
            else expect(page.formValues[fields[words]!]?.length, words).toBeGreaterThan(0)
          }
          for (const words of (missing ?? '').split('、').filter(Boolean))
            expect(page.formValues[fields[words]!] ?? '', words).toHaveLength(0)
          expect(page.formValues.summary, 'the proposal’s own words').not.toBe('')
          if ('agreement' in query) expect(page.formValues.fiscal_years).toBe('令和8年度、令和9年度')
          const asked = questionsOf(sheetOf(c.charter, proposal.programme, proposal.track))
          for (const [list, field] of [
            ['units', 'wards'],
            ['startTypes', 'start_type'],
            ['fields', 'fields'],
          ] as const)
            if (asked.some(({ question }) => question.choicesFrom === list && question.required))
              expect(page.formValues[field]?.length, field).toBeGreaterThan(0)
        }
      }),
  )

  test('an agreement still to be signed makes no project', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.run(async (db) => {
        const d = await anAgreement(c, db, 'offered')
        await expect(enterOne(await c.act(db, 'section'), anEntry(c, { agreement_id: d.id }))).rejects.toThrow(Invalid)
      })
    }))

  test('an adopted proposal brings its talks; one that is not decided makes no project', () =>
    w.inCity('kawaguchi', async (c) => {
      await openFor(c)
      await c.run(async (db) => {
        const waiting = await aProposal(c, db, 'under_review')
        await expect(enterOne(await c.act(db, 'section'), anEntry(c, { proposal_id: waiting.id }))).rejects.toThrow(
          '採択されていません',
        )
        const adopted = await aProposal(c, db, 'decided')
        const project = await enterOne(await c.act(db, 'section'), anEntry(c, { proposal_id: adopted.id }))
        expect(project.facts.proposal).toMatchObject({ accepted: true })
        expect(project.facts.talks!.sides).toBe(1)
        expect(project.programme).toBe(adopted.programme)
        expect(JSON.stringify(project.facts)).not.toContain(adopted.title)
      })
    }))

  test.each(['kawaguchi', 'kawagoe', 'yoshikawa', 'iruma', 'kawasaki'])(
    'what a proposal without an agreement wants to reach is the project’s from the beginning, as the page says, in %s',
    (city) =>
      w.inCity(city, async (c) => {
        await openFor(c)
        const adopted = await c.run((db) => aProposal(c, db, 'decided'))
        const sheet = sheetOf(c.charter, adopted.programme, adopted.track)
        const rows = questionsOf(sheet).flatMap(({ key, question }) =>
          question.kind === 'targets' ? (adopted.contents[key] as { indicator: string }[]) : [],
        )
        const zone = zoneOf(c.charter)
        const page = await c.as('section').get(urls.new({ city }, { proposal: adopted.id, ...(zone ? { zone } : {}) }))
        if (rows.length === 0) expect(page.says).not.toContain('引き継がれます')
        else
          expect(page.says).toMatch(
            new RegExp(`目標${rows.length}件は、登録すると.*引き継がれます。.*その値以上で達成`),
          )
        const project = await c.run(async (db) =>
          enterOne(await c.act(db, 'section'), anEntry(c, { proposal_id: adopted.id })),
        )
        expect(project.targets.map(({ indicator }) => indicator)).toEqual(rows.map(({ indicator }) => indicator))
        for (const target of project.targets)
          expect(target).toMatchObject({
            value: '240',
            unit: '人',
            direction: 'at_least',
            by_on: '2028-03-31',
            result: null,
          })
      }),
  )

  test('targets that people have written themselves stay when an agreement on the proposal comes into force', () =>
    w.inCity('kawaguchi', async (c) => {
      await openFor(c)
      const { project, agreement } = await c.run(async (db) => {
        const adopted = await aProposal(c, db, 'decided')
        const act = await c.act(db, 'section')
        const project = await enterOne(act, anEntry(c, { proposal_id: adopted.id }))
        const own = { indicator: '開いた会', value: '4', unit: '回', direction: 'at_least', by_on: null } as const
        await setTargets(act, project, { acting_for: '', targets: [{ ...own, result: '', result_note: '' }] })
        const agreement = await anAgreement(c, db, 'in_force')
        await db.updateTable('agreements').set({ proposal_id: adopted.id }).where('id', '=', agreement.id).execute()
        return { project, agreement }
      })
      await react(c, 'agreement.in-force', agreement.id)
      const after = await c.run((db) => findProjectById(db, project.id))
      expect(after!.agreement_id).toBe(agreement.id)
      expect(after!.targets.map(({ indicator }) => indicator)).toEqual(['開いた会'])
    }))

  test('an agreement on the proposal that comes into force later becomes the project’s own', () =>
    w.inCity('kawaguchi', async (c) => {
      await openFor(c)
      const { project, agreement } = await c.run(async (db) => {
        const adopted = await aProposal(c, db, 'decided')
        const project = await enterOne(await c.act(db, 'section'), anEntry(c, { proposal_id: adopted.id }))
        const agreement = await anAgreement(c, db, 'in_force')
        await db.updateTable('agreements').set({ proposal_id: adopted.id }).where('id', '=', agreement.id).execute()
        return { project, agreement }
      })
      expect(project.agreement_id).toBeNull()
      await react(c, 'agreement.in-force', agreement.id)
      const after = await c.run((db) => findProjectById(db, project.id))
      expect(after!.agreement_id).toBe(agreement.id)
      expect(after!.targets.map(({ indicator }) => indicator)).toEqual(['手入れに加わった人の数'])
    }))

  test('an agreement that has its project already leads to no second one', () =>
    w.inCity('kawaguchi', async (c) => {
      const agreement = await c.run((db) => anAgreement(c, db, 'in_force'))
      const enter = () =>
        c.run(async (db) => enterOne(await c.act(db, 'section'), anEntry(c, { agreement_id: agreement.id })))
      await enter()
      await expect(enter()).rejects.toThrow(Invalid)
      const count = await c.run((db) => db.selectFrom('projects').select('id').execute())
      expect(count).toHaveLength(1)
    }))

  test('amended targets replace the project’s; what was reached of one that stays is kept', () =>
    w.inCity('kawaguchi', async (c) => {
      const { project, agreement } = await c.run(async (db) => {
        const agreement = await anAgreement(c, db, 'in_force')
        const act = await c.act(db, 'section')
        const project = await enterOne(act, anEntry(c, { agreement_id: agreement.id }))
        await db.updateTable('projects').set({ state: 'active' }).where('id', '=', project.id).execute()
        const running = (await findProjectById(db, project.id))!
        const written = running.targets.map((target) => ({ ...target, result: '100', result_note: '順調です。' }))
        await setTargets(act, running, { acting_for: '', targets: written })
        const text = {
          ...agreement.current!.text,
          targets: [
            { ...agreement.current!.text.targets[0]!, value: '300' },
            { indicator: '花の種類', value: '12', unit: '種', by: '2027-03-31' },
          ],
        }
        await amended(c, db, agreement, text)
        return { project, agreement }
      })
      await react(c, 'agreement.amended', agreement.id)
      const after = (await c.run((db) => findProjectById(db, project.id)))!
      expect(after.targets).toMatchObject([
        { indicator: '手入れに加わった人の数', value: '300', result: '100' },
        { indicator: '花の種類', value: '12', result: null },
      ])
      expect(after.facts.agreement).toMatchObject({ signed: 0, targets: 2 })
    }))

  test('an amended term, roles and money are the project’s too; a purpose that it has put in its own words stays', () =>
    w.inCity('kawaguchi', async (c) => {
      const { agreement, project } = await c.run(async (db) => {
        const agreement = await anAgreement(c, db, 'in_force')
        const { text } = agreement.current!
        const [first, second] = text.parties
        const act = await c.act(db, 'section')
        const entry = anEntry(c, { agreement_id: agreement.id, starts_on: text.starts_on, ends_on: text.ends_on })
        const parties = [first, second].map((one) => ({
          ...entry.parties[0]!,
          party_id: one!.party_id,
          ...shareIn(text, one!.party_id),
        }))
        const project = await enterOne(act, { ...entry, parties, purpose: '事業で書き直した目的' })
        await amended(c, db, agreement, {
          ...text,
          ends_on: '2028-03-31',
          purpose: '改めた目的',
          roles: [
            { party_id: first!.party_id, does: '改めた役割', brings: { kind: 'people', words: '会員10人' } },
            { party_id: second!.party_id, does: '改めた市の役割', brings: null },
          ],
          money: [{ party_id: first!.party_id, yen: 50_000, for: '苗' }],
        })
        return { agreement, project }
      })
      await react(c, 'agreement.amended', agreement.id)
      const after = (await c.run((db) => findProjectById(db, project.id)))!
      expect(after).toMatchObject({ ends_on: '2028-03-31', purpose: '事業で書き直した目的' })
      expect(after.parties).toMatchObject([
        { does: '改めた役割', brings: '会員10人', money_yen: 50_000 },
        { does: '改めた市の役割', brings: '', money_yen: null },
      ])
      expect(after.revision).toBe(project.revision + 1)
    }))
})

/** Versions never change, so an amendment in force is a second version. */
async function amended(c: CityWorld, db: Db, { id }: { id: string }, text: AgreedText): Promise<void> {
  await db
    .insertInto('agreement_versions')
    .values({
      city_id: c.cityId,
      id: crypto.randomUUID(),
      agreement_id: id,
      version: 2,
      text: asJson(text),
      typed: asJson({}),
      digest: 'e'.repeat(64),
      note: '',
      made_at: c.now,
      made_by: '',
    })
    .execute()
  await db.updateTable('agreements').set({ version: 2 }).where('id', '=', id).execute()
}

test('a group that stands outside it cannot enter it, nor speak for another', () =>
  w.inCity('kawaguchi', async (c) => {
    await c.run(async (db) => {
      const others = anEntry(c, { parties: [aParty(c, 'second'), aParty(c, 'third')], department_id: null })
      await expect(enterOne(await c.act(db, 'secretary'), others)).rejects.toThrow(Forbidden)
      const two = anEntry(c, { parties: [aParty(c, 'first'), { party_id: c.parties.second!.id }], department_id: null })
      const inOtherVoice = { ...two, acting_for: c.parties.second!.id }
      await expect(enterOne(await c.act(db, 'secretary'), inOtherVoice)).rejects.toThrow(Forbidden)
      expect((await enterOne(await c.act(db, 'secretary'), two)).parties).toHaveLength(2)
    })
  }))

test('longer than the charter allows at once is refused; a longer limit lets it pass', () =>
  w.inCity('iruma', async (c) => {
    const long = { starts_on: '2026-04-01', ends_on: '2031-03-31', fiscal_years: [2026] }
    await c.run(async (db) => {
      await expect(aProject(c, db, 'planned', long)).rejects.toThrow('3年以内です')
    })
    await revisedCharter(c, '2026-11-01', (charter) => {
      charter.timeLimit!.limits!.longestTermYears = 5
    })
    expect((await c.run((db) => aProject(c, db, 'planned', long))).ends_on).toBe('2031-03-31')
  }))

test('where the charter has a time limit, the end is the day of looking unless another is named', () =>
  w.inCity('iruma', async (c) => {
    const [plain, named] = await c.run(async (db) => [
      await aProject(c, db),
      await aProject(c, db, 'planned', { sunset_on: '2026-09-30' }),
    ])
    expect(plain!.sunset_on).toBe('2026-10-31')
    expect(named!.sunset_on).toBe('2026-09-30')
  }))

describe('what was signed and has no project yet', () => {
  test('waits in the inbox of the section and of the department in charge, not of the group; once registered, on nobody’s', () =>
    w.inCity('kawaguchi', async (c) => {
      await openFor(c)
      const d = await c.run(async (db) => {
        const proposal = await aProposal(c, db, 'decided')
        const made = await anAgreement(c, db, 'in_force')
        const { department_id } = proposal
        await db.updateTable('agreements').set({ department_id }).where('id', '=', made.id).execute()
        return made
      })
      const line = {
        kind: '事業を登録する',
        title: d.title,
        href: urls.new({ city: 'kawaguchi' }, { agreement: d.id }),
      }
      const waits = (one: string) =>
        c.run(async (db) =>
          (await projects.inbox!(await c.act(db, one), 'kawaguchi')).map(({ kind, title, href }) => ({
            kind,
            title,
            href,
          })),
        )
      expect(await waits('section')).toEqual([line])
      expect(await waits('officer')).toEqual([line])
      expect(await waits('secretary')).toEqual([])
      await c.run(async (db) => enterOne(await c.act(db, 'section'), anEntry(c, { agreement_id: d.id })))
      expect((await waits('section')).map(({ kind }) => kind)).not.toContain('事業を登録する')
    }))
})
