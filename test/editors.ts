import { urls as accounts } from '../src/modules/accounts/urls.ts'
import { urls as admin } from '../src/modules/admin/urls.ts'
import { refOf as agreementRef } from '../src/modules/agreements/tables.ts'
import { urls as agreements } from '../src/modules/agreements/urls.ts'
import { urls as evaluations } from '../src/modules/evaluations/urls.ts'
import { urls as parties } from '../src/modules/parties/urls.ts'
import { listPublishedCalls } from '../src/modules/programmes/queries.ts'
import { urls as programmes } from '../src/modules/programmes/urls.ts'
import {
  addMilestone,
  findProjectById,
  type Inside,
  ReportForm,
  reportOnProject,
  setTargets,
} from '../src/modules/projects/index.ts'
import { urls as projects } from '../src/modules/projects/urls.ts'
import { refOf as proposalRef } from '../src/modules/proposals/tables.ts'
import { urls as proposals } from '../src/modules/proposals/urls.ts'
import { anAgreement } from './agreements.ts'
import { addressOf, aProject, aRound, decidedProject, opened, revisedCharter } from './projects.ts'
import { aDraft, aProposal, openFor } from './proposals.ts'
import type { CityWorld } from './world.ts'

type Both = [first: string, later: string]

/** A form that changes words which are already there, and two people who open it at the same time. */
export interface Editor {
  /** The verb, or the page of a draft, which is no act. */
  name: string
  /** The person who saves first, and the one who opened the form before that and saves later. */
  people: Both
  /** Its address, after everything that it needs was made. */
  open(c: CityWorld): Promise<string>
  /** The field that both change, and the words of each. */
  field: string
  words: Both | ((c: CityWorld) => Both)
  /** The words as the comparison shows them, where they differ from what was typed. */
  shown?: (c: CityWorld) => Both
  /** How the first one saves, where it is another form. */
  saves?(c: CityWorld): Promise<unknown>
  /** Other values that the form needs to be complete. */
  more?: Record<string, string | File>
  act?: string
  /** Under four eyes: what one of the two has prepared, the other confirms. */
  byTwo?: true
}

const city = 'kawaguchi'
const at = (project: Inside) => addressOf(city, project)
const active = (c: CityWorld) => c.run((db) => aProject(c, db, 'active'))

async function aMilestone(c: CityWorld): Promise<string> {
  const project = await active(c)
  const point = { acting_for: '', title: '秋の会', due_on: '2026-12-01', done_on: null }
  await c.run(async (db) => addMilestone(await c.act(db, 'secretary'), project, point))
  const { milestones } = (await c.run((db) => findProjectById(db, project.id)))!
  return projects.milestone({ ...at(project), milestone: milestones[0]!.id })
}

async function aReport(c: CityWorld): Promise<string> {
  const project = await active(c)
  const written = { kind: 'activity', title: '第1回', held_on: '令和8年6月10日', text: 'はじめに書いたこと' }
  const { made: report } = await c.run(async (db) =>
    reportOnProject(await c.act(db, 'secretary'), project, ReportForm.parse(written)),
  )
  return projects.editReport({ ...at(project), report })
}

/** The charter asks for a visit before the work. */
async function aStep(c: CityWorld): Promise<string> {
  const visit = { key: 'visit', label: { ja: '現地の下見' }, before: 'work', source: [], origin: 'document' } as const
  await revisedCharter(c, '2026-11-01', (charter) => {
    for (const form of charter.forms) form.requiredSteps = [{ ...visit, source: [] }]
  })
  return projects.step({ ...at(await c.run((db) => aProject(c, db))), step: visit.key })
}

async function withTargets(c: CityWorld): Promise<string> {
  const project = await c.run((db) => aProject(c, db))
  const target = { indicator: '集まり', value: '4', unit: '回', direction: 'at_least', by_on: null } as const
  await c.run(async (db) =>
    setTargets(await c.act(db, 'secretary'), project, {
      acting_for: '',
      targets: [{ ...target, result: '', result_note: '' }],
    }),
  )
  return projects.targets(at(project))
}

async function aDecidedProposal(c: CityWorld, options: Parameters<typeof aProposal>[3] = {}) {
  await openFor(c)
  return c.run((db) => aProposal(c, db, 'decided', options))
}

async function onlyProject(c: CityWorld) {
  const { id } = await c.run((db) => db.selectFrom('projects').select('id').executeTakeFirstOrThrow())
  return at((await c.run((db) => findProjectById(db, id)))!)
}

const numberOf = (c: CityWorld) => String(c.parties['department-office']!.number)

const proposalAt = (row: Parameters<typeof proposalRef>[0]) => ({ city, ref: proposalRef(row) })

async function aSubmittedProposal(c: CityWorld) {
  await openFor(c)
  return proposalAt(await c.run((db) => aProposal(c, db, 'submitted')))
}

/** The address of a signatory of the first group. */
async function signatoryOf(c: CityWorld) {
  const { id } = await c.run((db) =>
    db
      .selectFrom('memberships')
      .select('id')
      .where('party_id', '=', c.parties.first!.id)
      .where('role', '=', 'signatory')
      .executeTakeFirstOrThrow(),
  )
  return { city, number: String(c.parties.first!.number), member: id }
}

async function officersPost(c: CityWorld) {
  const { id } = await c.run((db) =>
    db.selectFrom('posts').select('id').where('person_id', '=', c.people.officer!.id).executeTakeFirstOrThrow(),
  )
  return { city, post: id }
}

const twoDepartments = ({ parties }: CityWorld): Both => [
  parties['department-office']!.id,
  parties['section-office']!.id,
]

async function aCall(c: CityWorld): Promise<string> {
  const key = 'proposal-scheme'
  const dates = { fiscal_year: '令和8年度', opens_on: 'R8.11.1', closes_on: '令和8年12月25日', note: '' }
  await c.as('section').fill(programmes.newCall({ city, key }), dates)
  const [made] = await c.doors.public.run((db) => listPublishedCalls(db, c.cityId, key))
  return programmes.editCall({ city, key, call: made!.id })
}

export const editors: Editor[] = [
  {
    name: 'project.edit',
    people: ['section', 'secretary'],
    open: async (c) => projects.edit(at(await active(c))),
    field: 'place',
    words: ['駅前の広場', '市民公園'],
    act: 'send',
  },
  {
    name: 'project.targets',
    people: ['officer', 'secretary'],
    open: withTargets,
    field: 'targets.0.value',
    words: ['5', '9'],
    act: 'send',
  },
  {
    name: 'project.milestones/:milestone',
    people: ['officer', 'secretary'],
    open: aMilestone,
    field: 'title',
    words: ['秋の集い', '秋の収穫祭'],
  },
  {
    name: 'project.steps/:step',
    people: ['officer', 'secretary'],
    open: aStep,
    field: 'done_on',
    words: ['令和8年11月3日', '令和8年11月5日'],
  },
  {
    name: 'project.finish',
    people: ['officer', 'section'],
    open: async (c) => projects.finish(at(await active(c))),
    saves: async (c) => c.as('officer').fill(projects.edit(await onlyProject(c)), { actual_yen: '280000' }, 'send'),
    field: 'actual_yen',
    words: ['280000', '250000'],
    shown: () => ['280,000円', '250,000円'],
  },
  {
    name: 'project.paper-share',
    people: ['officer', 'section'],
    open: async (c) => projects.paperShare(at(await active(c)), { party: c.parties.first!.id }),
    field: 'money_yen',
    words: ['25000', '30000'],
    shown: () => ['25,000円', '30,000円'],
    more: { scan: new File(['%PDF-1.4'], '変更届.pdf', { type: 'application/pdf' }) },
  },
  {
    name: 'project.reports/:report',
    people: ['representative', 'secretary'],
    open: aReport,
    field: 'text',
    words: ['代表者が書き足したこと', '事務担当が書き足したこと'],
  },
  {
    name: 'the draft of an agreement',
    people: ['section', 'secretary'],
    open: async (c) => agreements.edit({ city, ref: agreementRef(await c.run((db) => anAgreement(c, db, 'draft'))) }),
    field: 'purpose',
    words: ['職員の書いた目的', '団体の書いた目的'],
    act: 'save',
  },
  {
    name: 'agreement.release',
    people: ['section', 'clerk'],
    open: async (c) =>
      agreements.release({ city, ref: agreementRef(await c.run((db) => anAgreement(c, db, 'in_force'))) }),
    field: 'withheld',
    words: ['山田花子', '鈴木太郎'],
  },
  {
    name: 'the draft of a proposal',
    people: ['secretary', 'representative'],
    open: async (c) => proposals.edit(proposalAt(await c.run((db) => aDraft(c, db)))),
    field: 'answers.idea_issue',
    words: ['佐藤が書いた文章', '小川が書いた文章'],
    act: 'save',
  },
  {
    name: 'proposal.edit',
    people: ['secretary', 'representative'],
    open: async (c) => {
      await openFor(c)
      return proposals.edit(proposalAt(await c.run((db) => aProposal(c, db, 'in_talks'))))
    },
    field: 'answers.idea_issue',
    words: ['話し合いで佐藤が改めた文章', '話し合いで小川が改めた文章'],
  },
  {
    name: 'proposal.department',
    people: ['section', 'clerk'],
    open: async (c) => proposals.department(await aSubmittedProposal(c)),
    field: 'department_id',
    words: twoDepartments,
    shown: ({ parties }) => [parties['department-office']!.name, parties['section-office']!.name],
  },
  {
    name: 'proposal.acceptance',
    people: ['section', 'clerk'],
    open: async (c) => proposals.acceptance(await aSubmittedProposal(c)),
    saves: async (c) => {
      const [{ number, fiscal_year, id }] = (await c.run((db) =>
        db.selectFrom('proposals').select(['id', 'number', 'fiscal_year']).execute(),
      )) as [Parameters<typeof proposalRef>[0]]
      const [department_id] = twoDepartments(c)
      const page = proposals.department(proposalAt({ id, number, fiscal_year }))
      return c.as('section').fill(page, { department_id })
    },
    field: 'department_id',
    words: twoDepartments,
    shown: ({ parties }) => [parties['department-office']!.name, parties['section-office']!.name],
  },
  {
    name: 'proposal.decision/correction',
    people: ['section', 'clerk'],
    open: async (c) => proposals.correction(proposalAt(await aDecidedProposal(c))),
    field: 'reasons',
    words: ['はじめの職員が正した理由', 'あとの職員が正した理由'],
    more: { reason: '記録と違っていたため。' },
    byTwo: true,
  },
  {
    name: 'proposal.release',
    people: ['section', 'clerk'],
    open: async (c) => proposals.release(proposalAt(await aDecidedProposal(c, { released: true }))),
    field: 'summary',
    words: ['はじめの職員の要旨', 'あとの職員の要旨'],
    byTwo: true,
  },
  {
    name: 'call.edit',
    people: ['section', 'clerk'],
    open: aCall,
    field: 'closes_on',
    words: ['令和9年1月15日', '令和9年1月31日'],
  },
  {
    name: 'party.edit',
    people: ['secretary', 'representative'],
    open: async (c) => parties.edit({ city, number: String(c.parties.first!.number) }),
    field: 'activity',
    words: ['川の土手で草花をしらべています。', '花壇の手入れをしています。'],
  },
  {
    name: 'party.department',
    people: ['section', 'clerk'],
    open: async (c) => `${parties.show({ city, number: numberOf(c) })}/department`,
    field: 'purpose',
    words: ['公園をみなさんと手入れします。', '緑のことをご相談ください。'],
  },
  {
    name: 'party.rename',
    people: ['section', 'clerk'],
    open: async (c) => `${parties.show({ city, number: numberOf(c) })}/rename`,
    saves: async (c) =>
      c.as('section').fill(`${parties.show({ city, number: numberOf(c) })}/department`, { name: '緑の課' }),
    field: 'name',
    words: ['緑の課', '水と緑の課'],
  },
  {
    name: 'evaluation.answer',
    people: ['representative', 'secretary'],
    open: async (c) => evaluations.answer(at((await c.run((db) => aRound(c, db))).project)),
    field: 'answers.p-start.q-purpose.words',
    words: ['代表者の書いた答え', '事務担当の書いた答え'],
    act: 'save',
  },
  {
    name: 'evaluation.joint-talk',
    people: ['officer', 'secretary'],
    open: async (c) => evaluations.jointTalk(at((await c.run((db) => opened(c, db))).project)),
    field: 'agreed',
    words: ['市の書いた、確かめたこと', '団体の書いた、確かめたこと'],
  },
  {
    name: 'project.decision/correction',
    people: ['section', 'clerk'],
    open: async (c) => evaluations.correction((await decidedProject(c)).at),
    field: 'reasons',
    words: ['はじめの職員が正した理由', 'あとの職員が正した理由'],
    more: { reason: '記録と違っていたため。' },
    byTwo: true,
  },
  {
    name: 'party.person',
    people: ['resident', 'resident'],
    open: async (c) => parties.editPerson({ city, number: String(c.parties.alone!.number) }),
    field: 'phone',
    words: ['048-111-1111', '048-222-2222'],
  },
  {
    name: 'membership.correction',
    people: ['representative', 'secretary'],
    open: async (c) => parties.correctionOfMember(await signatoryOf(c)),
    field: 'kana',
    words: ['さとう はなよ', 'さとう はな'],
    more: { reason: 'ふりがなの誤り。' },
  },
  {
    name: 'membership.end',
    people: ['representative', 'secretary'],
    open: async (c) => parties.endOfMember(await signatoryOf(c)),
    field: 'ends_on',
    words: ['令和9年3月31日', '令和9年6月30日'],
  },
  {
    name: 'person.correction',
    people: ['administrator', 'administrator'],
    open: async (c) => admin.correctionOfPost(await officersPost(c)),
    field: 'ends_on',
    words: ['令和9年3月31日', '令和9年6月30日'],
    more: { reason: '終わる日の誤り。' },
  },
  {
    name: 'person.end',
    people: ['administrator', 'administrator'],
    open: async (c) => admin.endOfPost(await officersPost(c)),
    field: 'ends_on',
    words: ['令和9年3月31日', '令和9年6月30日'],
  },
  {
    name: 'membership.succession',
    people: ['representative', 'secretary'],
    open: async (c) => parties.succession(await signatoryOf(c)),
    field: 'starts_on',
    words: ['令和9年7月1日', '令和9年4月1日'],
    more: { name: '後任 新' },
  },
  {
    name: 'person.succession',
    people: ['administrator', 'administrator'],
    open: async (c) => admin.succession(await officersPost(c)),
    field: 'starts_on',
    words: ['令和9年7月1日', '令和9年4月1日'],
    more: { name: '後任 新', email: 'next@example.jp' },
  },
  {
    name: 'one’s own name',
    people: ['secretary', 'secretary'],
    open: async () => accounts.me(),
    field: 'name',
    words: ['佐藤 花', '佐藤 はな'],
  },
]
