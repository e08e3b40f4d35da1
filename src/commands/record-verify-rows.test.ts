import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { anAgreement } from '../../test/agreements.ts'
import { aProject, decidedProject } from '../../test/projects.ts'
import { aProposal, openFor } from '../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../test/world.ts'
import type { Db } from '../platform/db/index.ts'
import { verifyAll } from './record-verify.ts'

const w = useWorld()

/** Changes the database as a person with its password could, who also switches off what stands in the way. */
async function tamper(c: CityWorld, statement: string) {
  let owner!: Db
  await c.run(async (db) => {
    owner = db
  })
  for (const one of statement.replaceAll('$city', String(c.cityId)).split(';')) await sql.raw(one).execute(owner)
}

const inTown = (test: (c: CityWorld) => Promise<void>) => w.inCity('kawaguchi', test)

const doubtsOf = async (c: CityWorld) => {
  const { sound, lines } = await verifyAll(c.doors)
  return { sound, doubts: lines.filter((line) => line.includes('✗')).join('\n') }
}

async function wholeTown(c: CityWorld) {
  await openFor(c)
  await c.run((db) => anAgreement(c, db, 'in_force'))
  await c.run((db) => aProposal(c, db, 'decided', { released: true }))
  const project = await c.run((db) =>
    aProject(c, db, 'awaiting_evaluation', { budget_yen: 300_000, actual_yen: 280_000 }),
  )
  return project
}

test('what was written by acts alone has no doubt', () =>
  inTown(async (c) => {
    await wholeTown(c)
    expect(await doubtsOf(c)).toEqual({ sound: true, doubts: '' })
  }))

test.each([
  ['the day of a signature', `update signatures set signed_on = '2026-11-01' where city_id = $city`, '取り決めの署名'],
  ['the name of a signer', `update signatures set signer_name = '別の人' where city_id = $city`, '取り決めの署名'],
  [
    'a signature taken away',
    `delete from signatures where ctid = (select ctid from signatures where city_id = $city limit 1)`,
    '取り決めの署名',
  ],
  [
    'the signed text',
    `update agreement_versions set text = jsonb_set(text, '{purpose}', '"別の目的"') where city_id = $city`,
    '取り決めの文面',
  ],
  [
    'the last day of an agreement',
    `update agreements set ends_on = '2027-12-31' where city_id = $city and version is not null`,
    '取り決めの期間',
  ],
  ['the budget', 'update projects set budget_yen = 900000 where city_id = $city', '事業の予算'],
  ['the share of a party', 'update project_parties set money_yen = 1 where city_id = $city', '事業の予算'],
  ['the settled amount', 'update projects set actual_yen = 1 where city_id = $city', '事業の決算'],
  [
    'the decision on a proposal',
    `update proposals set decision = 'not_adopted' where city_id = $city and decision is not null`,
    '提案の決定',
  ],
  [
    'the kept decision on a proposal',
    `update proposal_decisions set reasons = '別の理由' where city_id = $city`,
    '提案の決定の控え',
  ],
  [
    'the decision as everyone reads it',
    `update proposals set public_decision = jsonb_set(public_decision, '{reasons}', '"別の理由"') where city_id = $city and published_at is not null`,
    '公表した決定',
  ],
  ['the text of a proposal', `update proposal_versions set title = '別の題名' where city_id = $city`, '提案の文面'],
  [
    'a charter',
    `update charters set document = jsonb_set(document, '{note}', '"x"') where city_id = $city`,
    '指針の文面',
  ],
  [
    'what a letter says',
    `alter table letters disable trigger letters_stay; update letters set document = jsonb_set(document, '{title}', '"別の通知"') where city_id = $city`,
    '書面の内容',
  ],
])('%s that was changed by raw SQL is found', (_, statement, what) =>
  inTown(async (c) => {
    await wholeTown(c)
    await tamper(c, statement)
    const { sound, doubts } = await doubtsOf(c)
    expect(sound).toBe(false)
    expect(doubts).toContain(what)
  }),
)

test('the decision on a project that was changed by raw SQL is found', () =>
  inTown(async (c) => {
    await decidedProject(c)
    expect(await doubtsOf(c)).toEqual({ sound: true, doubts: '' })
    await tamper(c, `update projects set decided_on = '2020-01-01' where city_id = $city and decision is not null`)
    const { sound, doubts } = await doubtsOf(c)
    expect(sound).toBe(false)
    expect(doubts).toContain('事業のこれからの決定')
  }))
