import { describe, expect, test } from 'vitest'
import { findProjectById, projectRef, releaseProject, retractProject } from '../src/modules/projects/index.ts'
import { urls as projects } from '../src/modules/projects/urls.ts'
import { modules } from '../src/modules.ts'
import type { EventSpec } from '../src/platform/record/event.ts'
import { entrySentence, publicEntriesOf, record } from '../src/platform/record/index.ts'
import { aProject } from './projects.ts'
import { type CityWorld, useWorld } from './world.ts'

/** An event that no module has. */
const unheardOf: EventSpec = { kind: 'project.unheard-of', audience: 'public', says: () => '…' }

const w = useWorld({ madeUp: { name: 'elsewhere', events: [unheardOf] } })

const SECRET = 'ほかの人に言わないでください'
const told = (c: CityWorld, id: string) =>
  c.doors.public.run((db) => publicEntriesOf(db, c.cityId, [{ kind: 'project', id }]))

/** A started project in the register, published or not. */
const started = (c: CityWorld, published: boolean) =>
  c.run(async (db) => {
    const project = await aProject(c, db, 'awaiting_evaluation')
    if (published) await releaseProject(await c.act(db, 'section'), project)
    return project
  })

describe('the record for everyone', () => {
  test('tells nothing of what is not published, however public its events are', () =>
    w.inCity('iruma', async (c) => {
      const project = await started(c, false)
      expect(await told(c, project.id)).toEqual([])
    }))

  test('tells what happened before it was published too, and nothing any more once it is taken back', () =>
    w.inCity('iruma', async (c) => {
      const { id } = await started(c, true)
      expect((await told(c, id)).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['project.entered', 'project.finished', 'project.released']),
      )
      await c.run(async (db) => {
        const project = (await findProjectById(db, id))!
        await retractProject(await c.act(db, 'section'), project, { reason: '別の団体の写真が入っていたため' })
      })
      expect(await told(c, id)).toEqual([])
    }))

  test('holds back the words beside the public ones, who acted, and events for the parties alone', () =>
    w.inCity('iruma', async (c) => {
      const project = await started(c, true)
      await c.run(async (db) => {
        const act = await c.act(db, 'section')
        record(db, act, 'project.stopped', project, { note: SECRET, public: { on: '2026-11-25' } })
        record(db, act, 'project.revised', project, { public: { on: SECRET } })
        record(db, act, unheardOf.kind, project, { public: { on: SECRET } })
      })
      const entries = await told(c, project.id)
      expect(entries.at(-1)).toMatchObject({ kind: 'project.stopped', told: { on: '2026-11-25' } })
      expect(JSON.stringify(entries)).not.toContain(SECRET)
      expect(JSON.stringify(entries)).not.toContain(c.people.section!.name)
      expect(Object.keys(entries[0]!).sort()).toEqual(['at', 'id', 'kind', 'subject_id', 'subject_kind', 'told'])
    }))

  test('shows another city nothing', () =>
    w.inCity('iruma', async (c) => {
      const project = await started(c, true)
      const elsewhere = await c.doors.public.run((db) =>
        publicEntriesOf(db, c.cityId + 1, [{ kind: 'project', id: project.id }]),
      )
      expect(elsewhere).toEqual([])
    }))
})

describe('the timeline of a project', () => {
  const page = async (c: CityWorld, person: string, id: string) => {
    const project = await c.run((db) => findProjectById(db, id))
    return (await c.as(person).get(projects.show({ city: c.slug, ref: projectRef(project!) }))).says
  }

  test('says to everyone what the record tells, on the day that the record tells', () =>
    w.inCity('iruma', async (c) => {
      const { id } = await started(c, true)
      await c.run(async (db) => {
        const act = await c.act(db, 'section')
        record(db, act, 'project.started', { id }, { note: SECRET, public: { on: '2026-04-20' } })
        record(db, act, 'project.revised', { id }, { public: { on: SECRET } })
      })
      const said = await page(c, 'nobody', id)
      expect(said).toContain('令和8年4月20日事業が始まりました。')
      expect(said).not.toContain('令和8年5月1日事業が始まりました。')
      expect(said).toContain('令和8年11月25日事業を登録しました。')
      expect(said).not.toContain(SECRET)
    }))

  test('says the same to those inside before it is published, and to nobody else', () =>
    w.inCity('iruma', async (c) => {
      const { id } = await started(c, false)
      expect(await page(c, 'officer', id)).toContain('事業を登録しました。')
      expect(await page(c, 'nobody', id)).not.toContain('事業を登録しました。')
    }))
})

test('every public event reads well with nothing but its public words, even when those were erased', () => {
  const spoken = modules.flatMap(({ events = [] }) => events.filter(({ audience }) => audience === 'public'))
  expect(spoken.length).toBeGreaterThan(20)
  for (const spec of spoken) {
    expect(entrySentence(spec, { public: {} }), spec.kind).toMatch(/[ぁ-ん]/)
    expect(entrySentence(spec, {}), spec.kind).not.toMatch(/undefined|null|：$|「」/)
  }
})
