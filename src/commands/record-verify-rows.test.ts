import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { anAgreement } from '../../test/agreements.ts'
import { aProject, decidedProject } from '../../test/projects.ts'
import { aProposal, openFor } from '../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../test/world.ts'
import type { Db } from '../platform/db/index.ts'
import { letterBytes, listLetters } from '../platform/letters/index.ts'
import { verifyAll } from './record-verify.ts'

const w = useWorld()

/** A town in which something of everything that the record attests was done, with the letters as they were sent. */
async function wholeTown(c: CityWorld) {
  await openFor(c)
  await c.run((db) => anAgreement(c, db, 'in_force'))
  const proposal = await c.run((db) => aProposal(c, db, 'decided', { released: true }))
  await c.run((db) => aProject(c, db, 'awaiting_evaluation', { budget_yen: 300_000, actual_yen: 280_000 }))
  await decidedProject(c)
  const [letter] = await c.run((db) => listLetters(db, { kind: 'proposal', id: proposal.id }))
  await letterBytes(c.doors.city(c.cityId), letter!)
}

async function ownerOf(c: CityWorld): Promise<Db> {
  let owner!: Db
  await c.run(async (db) => {
    owner = db
  })
  return owner
}

async function doubtsIn(c: CityWorld): Promise<string[]> {
  const { sound, lines } = await verifyAll(c.doors)
  const doubts = lines.map((line) => line.trim()).filter((line) => line.startsWith('✗ '))
  expect(sound).toBe(doubts.length === 0)
  return doubts
}

/** The doubts after a change by raw SQL, by a person who also switches off what stands in the way; then it is undone. */
async function doubtsAfter(c: CityWorld, statements: string): Promise<string> {
  const owner = await ownerOf(c)
  await sql.raw('savepoint untouched').execute(owner)
  for (const one of statements.replaceAll('$city', String(c.cityId)).split(';')) await sql.raw(one).execute(owner)
  const doubts = await doubtsIn(c)
  await sql.raw('rollback to savepoint untouched').execute(owner)
  return doubts.join('\n')
}

const inLetters = 'alter table letters disable trigger letters_stay; update letters'

/** What was changed, how, and what the operator reads. */
const changes: [string, string, string][] = [
  [
    'the day of a signature',
    `update signatures set signed_on = '2026-11-01' where city_id = $city`,
    '取り決めの署名: kawaguchi 記録\\d+番と合いません。署名した日は、記録では「2026-11-25」、いまは「2026-11-01」です。',
  ],
  [
    'the name of a signer',
    `update signatures set signer_name = '別の人' where city_id = $city`,
    '取り決めの署名: .*署名者の名前は、記録では「.+」、いまは「別の人」です。',
  ],
  [
    'a signature that is gone',
    'delete from signatures where ctid = (select min(ctid) from signatures where city_id = $city)',
    '取り決めの署名: .*取り決めの署名が、なくなっています。',
  ],
  [
    'the signed text',
    `update agreement_versions set text = jsonb_set(text, '{purpose}', '"別の目的"') where city_id = $city`,
    '取り決めの文面: .*文面が、記録と違います。',
  ],
  [
    'the last day of an agreement',
    `update agreements set ends_on = '2027-12-31' where city_id = $city and version is not null`,
    '取り決めの期間: .*終わる日は、記録では「2027-03-31」、いまは「2027-12-31」です。',
  ],
  [
    'a budget',
    'update projects set budget_yen = 900000 where city_id = $city and budget_yen = 300000',
    '事業の予算: .*予算額は、記録では「300000」、いまは「900000」です。',
  ],
  [
    'the share of a party',
    'update project_parties set money_yen = 1 where city_id = $city',
    '事業の予算: .*出し合う金額は、記録では「なし」、いまは「1」です。',
  ],
  [
    'a settled amount',
    'update projects set actual_yen = 1 where city_id = $city and actual_yen = 280000',
    '事業の決算: .*決算額は、記録では「280000」、いまは「1」です。',
  ],
  [
    'the decision on a project',
    `update projects set decision = 'end' where city_id = $city and decision is not null`,
    '事業のこれからの決定: .*決定は、記録では「continue」、いまは「end」です。',
  ],
  [
    'the decision on a proposal',
    `update proposals set decision = 'not_adopted' where city_id = $city and decision is not null`,
    '提案の決定: .*決定は、記録では「adopted」、いまは「not_adopted」です。',
  ],
  [
    'a decision as it was kept',
    `update proposal_decisions set reasons = '別の理由' where city_id = $city`,
    '提案のこれまでの決定: .*理由が、記録と違います。',
  ],
  [
    'a decision that nobody made',
    `insert into proposal_annulments select d.city_id, d.id, d.proposal_id, d.id, 'x', 2026, 99, d.at from proposal_decisions d where d.city_id = $city`,
    '提案の決定の取消し: kawaguchi これを書いた記録のないデータがあります',
  ],
  [
    'the decision as everyone reads it',
    `update proposals set public_decision = '{}' where city_id = $city and published_at is not null`,
    '公表した決定: .*公表した決定が、記録と違います。',
  ],
  [
    'the text of a proposal',
    `update proposal_versions set title = '別の題名' where city_id = $city`,
    '提案の文面: .*題名が、記録と違います。',
  ],
  ['a charter', `update charters set document = '{}' where city_id = $city`, '指針の文面: .*文面が、記録と違います。'],
  [
    'the words of a letter',
    `${inLetters} set document = '{}' where city_id = $city`,
    '書面の内容: .*内容が、記録と違います。',
  ],
  [
    'the bytes of a letter',
    `${inLetters} set pdf = pdf || '\\x00'::bytea where city_id = $city`,
    '書面のPDF: .*書面のPDFが、記録と違います。',
  ],
  [
    'a letter that lost its bytes',
    `${inLetters} set pdf = null where city_id = $city`,
    '書面のPDF: kawaguchi 記録\\d+番に書かれたデータが、なくなっています。',
  ],
]

test('what was changed by raw SQL is found and told, and what was written by acts alone is in no doubt', () =>
  w.inCity('kawaguchi', async (c) => {
    await wholeTown(c)
    expect(await doubtsIn(c)).toEqual([])
    for (const [what, statements, told] of changes)
      expect(await doubtsAfter(c, statements), what).toMatch(new RegExp(`^✗ ${told}`, 'm'))
  }))
