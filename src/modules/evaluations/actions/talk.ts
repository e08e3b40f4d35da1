import { z } from 'zod'
import { asJson } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { changedWords, labelled, type Wording } from '../../../platform/web/index.ts'
import { label } from '../../charters/index.ts'
import { limits } from '../evaluation/typed.ts'
import { talked } from '../events.ts'
import { mayTalk } from '../may.ts'
import { listOpenedAnswers } from '../queries/one.ts'
import { evaluation } from '../subject.tsx'
import type { Round } from '../tables.ts'
import { changeRound, noteOnProject, renewCopy } from '../writes/round.ts'
import { TalkPage } from './talk.page.tsx'

const TalkForm = z.object({
  talked_on: fields.date('話し合った日'),
  people: fields.text('話し合いに出た方', limits.people),
  agreed: fields.text('話し合って確かめたこと', limits.agreed),
  notes: z.record(z.string(), z.record(z.string(), fields.optionalText(limits.note))).default({}),
})

const named = ({ charter }: Round) => label(charter.evaluation.jointTalk.label)

export const noteTalk = action(evaluation, {
  path: 'joint-talk',
  moves: 'talk',
  who: mayTalk,
  load: async (c, round) => ({ answers: await listOpenedAnswers(c.db, round.id) }),
  form: TalkForm,
  wrong: (_, { talked_on }, now) => ({
    talked_on: talked_on && talked_on > today(now) ? '話し合った日は、今日までの日付にしてください。' : undefined,
  }),
  blank: ({ thing: round }, { now }) => ({
    talked_on: plainDateLabel(round.talked_on ?? today(now)),
    people: round.talk_people || round.seats.map(({ name }) => name).join('、'),
    agreed: round.talk_agreed,
    ...fieldsOf(round.talk_notes),
  }),
  edits: ({ thing }) => talkTyped(thing),
  wording: ({ thing }) => talkWording(thing),
  label: (round) => (round.talked_on ? `${named(round)}の記録を直す` : `${named(round)}を記録する`),
  title: (round) => `${named(round)}を記録する`,
  confirm: '保存する',
  before: ({ thing: { charter } }) =>
    charter.evaluation.publication.what.includes('joint-talk')
      ? [
          '「話し合って確かめたこと」と、問いごとに書いたことは、評価を公表するとだれでも読めます。個人のお名前は書かないでください。「会の方」「担当の職員」のように、立場で書きます。',
        ]
      : ['この記録は公表されません。かかわる団体と市の職員が読みます。'],
  undo: { by: 'joint-talk' },
  page: TalkPage,
  do: async (act, round, { talked_on, people, agreed, notes }) => {
    await changeRound(act.tx, round, {
      state: act.to,
      state_since: round.state === act.to ? round.state_since : act.now,
      talked_on,
      talk_people: people,
      talk_agreed: agreed,
      talk_notes: asJson(notesFrom(notes)),
      revision: round.revision + 1,
    })
    await renewCopy(act.tx, round.id)
    const after = await noteOnProject(act, round.id)
    const changes = round.talked_on ? changedWords(talkWording(round), talkTyped(round), talkTyped(after)) : []
    return talked({ changes, public: { year: round.year, on: talked_on } })
  },
  done: '話し合いの記録を保存しました。',
  waits: ({ what, since, who }) => (what === 'talk' ? [{ kind: '話し合いを記録する', since, who }] : []),
})

/** The talk as it is recorded, as form values. */
const talkTyped = ({ talked_on, talk_people, talk_agreed, talk_notes }: Round) => ({
  talked_on: talked_on ? plainDateLabel(talked_on) : undefined,
  people: talk_people || undefined,
  agreed: talk_agreed || undefined,
  ...fieldsOf(talk_notes),
})

/** The fields of a talk in words. */
function talkWording({ charter }: Round): Wording {
  const questions = charter.evaluation.phases.flatMap((phase) =>
    phase.questions.map((one) => [`notes.p-${phase.key}.q-${one.key}`, label(one.label)] as const),
  )
  const own = { talked_on: '話し合った日', people: '出た方', agreed: '話し合って確かめたこと' }
  return labelled({ ...own, ...Object.fromEntries(questions) })
}

function notesFrom(notes: z.output<typeof TalkForm>['notes']): Round['talk_notes'] {
  return Object.fromEntries(
    Object.entries(notes).flatMap(([phase, questions]) =>
      Object.entries(questions).flatMap(([question, text]) =>
        text ? [[`${phase.replace(/^p-/, '')}.${question.replace(/^q-/, '')}`, text]] : [],
      ),
    ),
  )
}

const fieldsOf = (notes: Round['talk_notes']) =>
  Object.fromEntries(
    Object.entries(notes).map(([key, text]) => {
      const [phase, question] = key.split('.')
      return [`notes.p-${phase}.q-${question}`, text]
    }),
  )
