import { agreementRef, releaseAgreement } from '../../src/modules/agreements/index.ts'
import { correctFuture, futureOf, giveAnswer, type Round } from '../../src/modules/evaluations/index.ts'
import { addParty } from '../../src/modules/parties/index.ts'
import { addMilestone, type Inside, reportOnProject } from '../../src/modules/projects/index.ts'
import { proposalRef, writeMessage } from '../../src/modules/proposals/index.ts'
import type { Db } from '../../src/platform/db/index.ts'
import { filesOf, urls as fileUrls } from '../../src/platform/files/index.ts'
import { listLetters } from '../../src/platform/letters/index.ts'
import { readWorkbook } from '../../src/platform/sheet/index.ts'
import { anAgreement } from '../agreements.ts'
import type { Answer } from '../http.ts'
import { textOfPdf } from '../pdf-text.ts'
import { aDecision, addressOf, anAnswer, aProject, aPublicProject, aRound, decide } from '../projects.ts'
import { aDraft, aProposal, openFor, wayOf } from '../proposals.ts'
import type { CityWorld } from '../world.ts'

/** A word that every private text contains and nobody outside may read. */
export const PRIVATE = 'ひみつのことばＺＱＸ'

/** The values of each part of an address. */
type Refs = Record<string, string[]>

/** A city in the middle of its work: one of everything in the states that matter, made by the cast through the actions. */
export interface Scene {
  /** By the first word of the address: `proposals`, `agreements`, `projects`, `groups`, `programmes`. */
  refs: Record<string, Refs>
  files: { url: string; isPublic: boolean }[]
  round: Round
  evaluated: Inside
}

const scan = { sha256: 'b'.repeat(64), name: `${PRIVATE}.pdf`, type: 'application/pdf', bytes: 12 }
const photo = { sha256: 'c'.repeat(64), name: '花壇.jpg', type: 'image/jpeg', bytes: 12 }

export async function aFullCity(c: CityWorld, words = PRIVATE): Promise<Scene> {
  await openFor(c)
  return c.run(async (db) => {
    const hidden = { name: `${words}の会`, kind: c.parties.first!.kind }
    await addParty(await c.act(db, 'section'), hidden, 'counter')
    const proposals = await someProposals(c, db, words)
    const agreements = await someAgreements(c, db, words)
    const projects = await someProjects(c, db, words)
    const { evaluated, round, answering } = projects
    const files = [
      ...(await filesOf(db, { kind: 'proposal', id: proposals.talked.id })),
      ...(await filesOf(db, { kind: 'proposal-message', id: proposals.message })),
      ...(await filesOf(db, { kind: 'project-report', id: projects.report })),
      ...(await filesOf(db, { kind: 'project-report', id: projects.withheld })),
    ]
    const { programme } = wayOf(c)
    const calls = await db.selectFrom('calls').select('id').execute()
    const refs: Scene['refs'] = {
      proposals: { ref: proposals.refs },
      agreements: { ref: agreements, version: ['1'] },
      projects: {
        ref: projects.refs,
        year: [answering.year],
        step: ['1'],
        milestone: [projects.milestone],
        report: [projects.report],
        letter: projects.letters,
      },
      groups: { number: [String(c.parties.first!.number), String(c.parties.second!.number)] },
      programmes: { key: [programme], call: calls.map(({ id }) => id) },
      charter: { version: ['1'] },
    }
    const urlOf = ({ id, name }: { id: string; name: string }) => fileUrls.file({ city: c.slug, id, name })
    return {
      refs,
      files: files.map((file) => ({ url: urlOf(file), isPublic: file.published_at !== null })),
      round,
      evaluated,
    }
  })
}

async function someProposals(c: CityWorld, db: Db, words: string) {
  const draft = await aDraft(c, db, { title: `${words}の下書き` })
  const talked = await aProposal(c, db, 'in_talks')
  const act = await c.act(db, 'secretary')
  const word = { kind: 'message', text: `${words}の話`, met_on: null } as const
  const { made: message } = await writeMessage(act, talked, { ...word, files: [scan] })
  const decided = await aProposal(c, db, 'decided')
  const released = await aProposal(c, db, 'decided', { released: true })
  return { talked, message, refs: [draft, talked, decided, released].map(proposalRef) }
}

async function someAgreements(c: CityWorld, db: Db, words: string): Promise<string[]> {
  const named = { draft: { title: `${words}の取り決め` } }
  const draft = await anAgreement(c, db, 'draft', named)
  const offered = await anAgreement(c, db, 'offered', named)
  const inForce = await anAgreement(c, db, 'in_force', named)
  const released = await anAgreement(c, db, 'in_force')
  await releaseAgreement(await c.act(db, 'section'), released, { withheld: [] })
  return [draft, offered, inForce, released].map(agreementRef)
}

async function someProjects(c: CityWorld, db: Db, words: string) {
  const planned = await aProject(c, db, 'planned', { title: `${words}の事業`, purpose: `${words}のため` })
  const shown = await aPublicProject(c, db)
  const act = await c.act(db, 'section')
  const report = async (title: string, withheld?: string) => {
    const { made } = await reportOnProject(act, shown, {
      acting_for: '',
      kind: 'activity',
      title,
      held_on: '2026-09-01',
      text: withheld ? words : '付き添いました。',
      active_count: 3,
      passive_count: null,
      attended: [],
      withheld,
      photos: [{ file: photo, words: '庭の絵' }],
      kept: [],
    })
    return made
  }
  const ids = { report: await report('付き添いの日'), withheld: await report(`${words}の日`, 'yes') }
  await addMilestone(act, shown, { acting_for: '', title: '秋の会', due_on: '2026-10-01', done_on: null })
  const milestone = await db.selectFrom('project_milestones').select('id').executeTakeFirstOrThrow()
  const { project: evaluated, round } = await aRound(c, db)
  const seat = round.seats[0]!
  const answers = anAnswer(c.charter, seat.side, 0, words)
  const { made: after } = await giveAnswer(await c.act(db, 'secretary'), round, { seat: seat.id, answers })
  const answering = addressOf(c.slug, evaluated)
  const corrected = await aCorrectedProject(c, db, words)
  const refs = [planned, shown, evaluated, corrected.project].map((one) => addressOf(c.slug, one).ref)
  return { ...ids, milestone: milestone.id, evaluated, round: after, answering, refs, letters: corrected.letters }
}

/** A project that is not public, decided and corrected, with these words in all that was said of it and in its letters. */
async function aCorrectedProject(c: CityWorld, db: Db, words: string) {
  const waiting = await aProject(c, db, 'awaiting_evaluation', { title: `${words}の終わり` })
  const year = (project: Inside) => futureOf({ project, charter: c.charter, year: 2026 })
  const decided = await decide(c, db, year(waiting), { decision: 'end', reasons: `${words}のため` })
  const { actor } = await c.act(db, 'clerk')
  const input = { ...aDecision({ decision: 'hand-over', reasons: `${words}へ移すため` }), reason: `${words}の誤り` }
  await correctFuture.byTwo(await c.act(db, 'section'), actor, year(decided), input)
  const letters = await listLetters(db, { kind: 'project', id: waiting.id })
  return { project: waiting, letters: letters.map(({ id }) => id) }
}

/** Every address of the application with every value of its parts: pages, letters, downloads, feeds, files. */
export function addressesIn(c: CityWorld, scene: Pick<Scene, 'refs'>, method: 'GET' | 'POST' = 'GET'): string[] {
  const patterns = new Set(c.app.app.routes.filter((one) => one.method === method).map(({ path }) => path))
  return [...patterns].filter((path) => path.startsWith('/:city')).flatMap((path) => filled(path, c.slug, scene.refs))
}

function filled(pattern: string, city: string, refs: Scene['refs']): string[] {
  const kind = pattern.split('/')[2] ?? ''
  const names = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]!).filter((name) => name !== 'city')
  return names.reduce(
    (paths, name) =>
      paths.flatMap((path) => (refs[kind]?.[name] ?? ['none']).map((value) => path.replace(`:${name}`, value))),
    [pattern.replace(':city', city)],
  )
}

/** Every address with one word in each of its parts. */
export function placesIn(c: CityWorld, word: string): string[] {
  const patterns = new Set(c.app.app.routes.filter((one) => one.method === 'GET').map(({ path }) => path))
  const open = [...patterns].filter((path) => path.startsWith('/') && path.includes(':'))
  return open.flatMap((path) => {
    const within = path.replace(':city', c.slug).replace(/:\w+/g, word)
    return path.startsWith('/:city') ? [within, path.replace(/:\w+/g, word)] : [within]
  })
}

/** All text that a reader could extract from a response, whatever its format. */
export async function wordsOf(answer: Answer): Promise<string> {
  const type = answer.headers.get('content-type') ?? ''
  if (answer.status !== 200) return answer.text + decodeURIComponent(answer.location ?? '')
  if (type.includes('pdf')) return textOfPdf(answer.bytes)
  if (type.includes('spreadsheetml')) return JSON.stringify(await readWorkbook(answer.bytes))
  return answer.text
}
