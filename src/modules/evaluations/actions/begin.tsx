import { z } from 'zod'
import { asJson, cityOf, newId } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { about } from '../../../platform/record/event.ts'
import { everyInRecord } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { fiscalYearLabel, today } from '../../../platform/time/index.ts'
import { type Acting, action, made, subject, type VerbPage } from '../../../platform/web/action/index.ts'
import { Confirmation } from '../../../site/index.ts'
import { RadioField } from '../../../ui/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { findProjectById, type Inside, projectRef, yearsToEvaluate } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { quoted, seatsFor } from '../evaluation/seats.ts'
import { concernedBy, deadlineFor, yearInUrl } from '../evaluation/year.ts'
import { begun } from '../events.ts'
import { sheetMail } from '../letters/sides.ts'
import { mayBegin } from '../may.ts'
import { findProjectThere } from '../queries/one.ts'
import { EvaluationPage } from '../subject.tsx'
import { urls } from '../urls.ts'
import { noteOnProject } from '../writes/round.ts'

export interface Ground {
  project: Inside
  charter: Charter
}

const ground = subject<Ground, never, never>({
  kind: 'evaluation',
  url: projects.show,
  at: (city, { project }) => ({ city, ref: projectRef(project) }),
  find: findProjectThere,
  every: async ({ db }) =>
    (await everyInRecord(db, 'project', findProjectById)).map((project) => ({ project, charter: project.charter })),
  concerns: concernedBy,
  page: ({ thing, ...props }) => <EvaluationPage {...props} {...thing} />,
  confirm: Confirmation,
})

/** Begins a year's evaluation and asks every side for an answer by a deadline. */
export const beginEvaluation = action(ground, {
  path: 'evaluations/new',
  who: mayBegin,
  form: z.object({ year: fields.fiscalYear({ missing: '評価する年度を選んでください。' }) }),
  blank: ({ thing: { project } }) => ({ year: fiscalYearLabel(Math.max(...yearsToEvaluate(project))) }),
  label: ({ charter }) => `${word(charter, 'evaluation')}を始める`,
  confirm: '始める',
  before: ({ thing }) => consequences(thing),
  fields: YearField,
  undo: { never: '始めた評価は、なかったことにはできません。' },
  do: async (act, { project, charter }, { year }) => {
    if (!yearsToEvaluate(project).includes(year))
      throw new Invalid({ year: 'この年度の評価は、すでに始まっているか、この事業の年度ではありません。' })
    const id = await insertRound(act, project, charter, year)
    const happened = about(begun({ project: project.id, public: { year } }), { id })
    return made(happened, await noteOnProject(act, id))
  },
  tells: () => [sheetMail],
  done: '評価を始めました。それぞれに、回答のお願いを送ります。',
  then: (at, { made: round }) => urls.show({ ...at, year: yearInUrl(round.year) }),
})

function consequences({ project, charter }: Ground): string[] {
  const name = word(charter, 'evaluation')
  const seats = seatsFor(charter, project.parties)
  const last = Math.max(...project.fiscal_years)
  return [
    `${quoted(seats)}の${seats.length}者に、それぞれ回答をお願いします。`,
    '全員の回答がそろうまで、だれの回答も、だれにも見えません。',
    ...(project.state === 'active' && yearsToEvaluate(project).includes(last)
      ? [`${fiscalYearLabel(last)}の${name}を始めると、事業は「評価待ち」になります。`]
      : []),
  ]
}

function YearField({ form, thing: { project } }: VerbPage<Ground>) {
  const last = Math.max(...project.fiscal_years)
  return (
    <RadioField
      form={form}
      name="year"
      label="どの年度の評価ですか"
      required
      options={yearsToEvaluate(project).map((year) => ({
        value: fiscalYearLabel(year),
        label: `${fiscalYearLabel(year)}${year < last ? '（途中のふりかえり）' : ''}`,
      }))}
    />
  )
}

async function insertRound({ tx, now }: Acting, project: Inside, charter: Charter, year: number): Promise<string> {
  const city_id = cityOf(tx)
  const id = newId()
  await tx
    .insertInto('evaluations')
    .values({
      city_id,
      id,
      project_id: project.id,
      year,
      state: 'answering',
      charter_id: project.charter_id,
      due_on: deadlineFor(charter, project, year, today(now)),
      begun_at: now,
      closing_reason: '',
      talk_people: '',
      talk_agreed: '',
      talk_notes: asJson({}),
      state_since: now,
      revision: 1,
      release_note: '',
      public_copy: null,
    })
    .execute()
  const seats = seatsFor(charter, project.parties)
  await tx
    .insertInto('evaluation_seats')
    .values(seats.map((seat) => ({ city_id, id: newId(), evaluation_id: id, late: false, ...seat })))
    .execute()
  return id
}
