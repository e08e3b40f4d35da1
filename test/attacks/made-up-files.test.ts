import { expect, test } from 'vitest'
import { urls as evaluations } from '../../src/modules/evaluations/urls.ts'
import { urls as projects } from '../../src/modules/projects/urls.ts'
import { urls as proposals } from '../../src/modules/proposals/urls.ts'
import type { Browser } from '../http.ts'
import { addressOf, aProject, aRound, typedAnswer } from '../projects.ts'
import { aProposal, openFor } from '../proposals.ts'
import { type CityWorld, useWorld } from '../world.ts'

// Attack classes 16, 17 and 23: only a file part of the form is a file. Text fields that claim to be one would attach
// another person's file from the store, or give a page the name of a photo.

const w = useWorld()
const city = 'kawaguchi'

const claimed = { sha256: 'e'.repeat(64), name: '<b>page</b>.html', type: 'text/html', bytes: '12' }

/** Text fields that claim a file of this name. */
const saying = (name: string, parts: Record<string, string> = claimed) =>
  Object.fromEntries(Object.entries(parts).map(([key, value]) => [`${name}.0.${key}`, value]))

const filesIn = (c: CityWorld) => c.run((db) => db.selectFrom('files').select('id').execute())

async function refused(c: CityWorld, browser: Browser, at: string, typed: Record<string, string>, name: string) {
  const before = (await filesIn(c)).length
  const { sha256: _, ...without } = claimed
  for (const parts of [claimed, { ...claimed, type: 'image/png' }, without, { name: 'x' }]) {
    const { status } = await browser.fill(at, { ...typed, ...saying(name, parts) })
    expect([name, status]).toEqual([name, 422])
  }
  expect(await filesIn(c)).toHaveLength(before)
}

test('in a report on a project', () =>
  w.inCity(city, async (c) => {
    const project = await c.run((db) => aProject(c, db, 'active'))
    const typed = { kind: 'activity', title: '日', held_on: '令和8年9月1日', text: 'した。', 'photos.0.words': '庭' }
    await refused(c, c.as('section'), projects.newReport({ city, ref: project.id }), typed, 'photos.0.file')
  }))

test('in a word of the talks', () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'in_talks'))
    const at = proposals.messages({ city, ref: proposal.id })
    await refused(c, c.as('secretary'), at, { kind: 'message', text: 'ことば' }, 'files')
  }))

test('in an answer that came on paper', () =>
  w.inCity(city, async (c) => {
    const { project, round } = await c.run((db) => aRound(c, db))
    const at = evaluations.paperAnswer(addressOf(city, project))
    const { id, side } = round.seats[0]!
    const typed = { ...typedAnswer(c.charter, side, 0, 'ことば'), seat: id, channel: 'paper' }
    await refused(c, c.as('section'), at, typed, 'scan')
  }))
