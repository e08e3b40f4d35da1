import { inBoth } from '../documents/wording.ts'
import type { CharterText } from './charter.ts'
import { keysOf, missing, type Path, type Report } from './references.ts'

/** What the lists say together makes sense: a charter that contradicts itself could not be followed. */
export function checkCoherence(charter: CharterText, report: Report) {
  checkActors(charter, report)
  checkZones(charter, report)
  checkEvaluation(charter, report)
  checkTracks(charter, report)
  checkGuide(charter, report)
  checkFigures(charter, report)
  if (charter.territory.divided && charter.territory.units.length === 0)
    report(
      ['territory', 'units'],
      inBoth('区に分かれているとしたときは、区の一覧が必要です', 'a divided territory must list its units'),
    )
}

function checkActors(charter: CharterText, report: Report) {
  const parents = new Map(charter.actors.map(({ key, parent }) => [key, parent]))
  for (const [at, actor] of charter.actors.entries()) {
    const seen = new Set<string>()
    for (let key: string | undefined = actor.key; key !== undefined; key = parents.get(key)) {
      if (seen.has(key)) {
        report(
          ['actors', at, 'parent'],
          inBoth('上位の主体をたどると元に戻ってしまいます', 'the chain of parents leads back to itself'),
        )
        break
      }
      seen.add(key)
    }
  }
  if (!charter.actors.some((actor) => actor.as === 'city' && !actor.gathers))
    report(['actors'], inBoth('市にあたる主体(as: city)が必要です', 'one kind of actor must be the city (as: city)'))
}

function checkZones(charter: CharterText, report: Report) {
  for (const list of ['zones', 'areas'] as const)
    for (const [at, zone] of charter[list].entries())
      if (!zone.collaboration && !zone.because)
        report(
          [list, at],
          inBoth(
            '協働の対象外なら、その理由(because)を書いてください',
            'give the reason (because) it is no collaboration',
          ),
        )
  for (const [at, zone] of charter.zones.entries())
    if (!zone.collaboration && zone.forms.length > 0)
      report(
        ['zones', at, 'forms'],
        inBoth('協働の対象外の領域に形態は置けません', 'a zone outside collaboration offers no forms'),
      )
}

function checkEvaluation(charter: CharterText, report: Report) {
  const { phases, scale, sides, mannersIn } = charter.evaluation
  const phaseKeys = keysOf(phases)
  const sideKeys = keysOf(sides)
  const values = scale.grades.map(({ value }) => value)
  const at: Path = ['evaluation']
  if (!phaseKeys.has(mannersIn))
    report([...at, 'mannersIn'], missing(['評価の段階(phases)', 'phases'], mannersIn, phaseKeys))
  if (new Set(values).size < values.length || new Set(scale.grades.map(({ mark }) => mark)).size < values.length)
    report(
      [...at, 'scale', 'grades'],
      inBoth('評価の目盛りに同じ印や同じ値が2つあります', 'two grades share a mark or a value'),
    )
  if (
    scale.reasonBelow !== undefined &&
    !(scale.reasonBelow > Math.min(...values) && scale.reasonBelow <= Math.max(...values))
  )
    report(
      [...at, 'scale', 'reasonBelow'],
      inBoth('理由を求める境目が目盛りの範囲にありません', 'the limit for reasons lies outside the scale'),
    )
  for (const [index, side] of sides.entries())
    if (side.outside === side.kinds.length > 0)
      report(
        [...at, 'sides', index],
        inBoth(
          '事業の当事者なら主体の種類を、外の評価者なら outside: true だけを書いてください',
          'name kinds for a side of the project, or outside: true alone',
        ),
      )
  checkSides(charter, report)
  for (const [phaseAt, phase] of phases.entries())
    for (const [questionAt, question] of phase.questions.entries())
      for (const [sideAt, side] of (question.sides ?? []).entries())
        if (!sideKeys.has(side))
          report(
            [...at, 'phases', phaseAt, 'questions', questionAt, 'sides', sideAt],
            missing(['評価する側(sides)', 'sides'], side, sideKeys),
          )
}

// A party that stands on no side would be the only one not to evaluate.
function checkSides({ actors, evaluation }: CharterText, report: Report) {
  const parents = new Map(actors.map(({ key, parent }) => [key, parent]))
  const evaluating = new Set(evaluation.sides.flatMap(({ kinds }) => kinds))
  const stands = (key: string | undefined, left = actors.length): boolean =>
    key !== undefined && left > 0 && (evaluating.has(key) || stands(parents.get(key), left - 1))
  for (const { key, gathers } of actors)
    if (!gathers && !stands(key))
      report(
        ['evaluation', 'sides'],
        inBoth(
          `「${key}」がどの側でも評価しません。評価する側に加えてください`,
          `"${key}" evaluates on no side; add it to one`,
        ),
      )
}

function checkTracks(charter: CharterText, report: Report) {
  const tracks = charter.programmes.flatMap(({ tracks }) => tracks)
  if (!tracks.some(({ proposedBy }) => proposedBy === 'citizen'))
    report(
      ['programmes'],
      inBoth(
        '市民の側から提案できる窓口(proposedBy: citizen)が一つは必要です',
        'at least one track must be proposedBy: citizen',
      ),
    )
  for (const [at, programme] of charter.programmes.entries())
    for (const [dateAt, { month, day }] of programme.calendar.entries())
      if (day > new Date(Date.UTC(2023, month, 0)).getUTCDate())
        report(
          ['programmes', at, 'calendar', dateAt, 'day'],
          inBoth(`${month}月${day}日という日は毎年あるとは限りません`, `there is not always a ${month}/${day}`),
        )
}

function checkGuide({ guide }: CharterText, report: Report) {
  const questions = keysOf(guide.questions)
  const outcomes = keysOf(guide.outcomes)
  const order = guide.questions.map(({ key }) => key)
  const reached = new Set([order[0]])
  for (const [at, question] of guide.questions.entries()) {
    if (!reached.has(question.key))
      report(
        ['guide', 'questions', at],
        inBoth('前の質問からたどり着けない質問です', 'no earlier question leads to this one'),
      )
    for (const [answerAt, { next, outcome }] of question.answers.entries()) {
      const path: Path = ['guide', 'questions', at, 'answers', answerAt]
      if ((next === undefined) === (outcome === undefined))
        report(
          path,
          inBoth('次の質問(next)か結果(outcome)のどちらか一つを書いてください', 'give either next or outcome'),
        )
      if (outcome !== undefined && !outcomes.has(outcome))
        report([...path, 'outcome'], missing(['結果(outcomes)', 'outcomes'], outcome, outcomes))
      if (next === undefined) continue
      if (!questions.has(next)) report([...path, 'next'], missing(['質問(questions)', 'questions'], next, questions))
      else if (order.indexOf(next) <= at)
        report([...path, 'next'], inBoth('質問は後ろへしか進めません', 'questions may only lead forward'))
      reached.add(next)
    }
  }
}

function checkFigures({ figures }: CharterText, report: Report) {
  for (const [at, series] of figures.entries()) {
    const columns = keysOf(series.columns)
    for (const [rowAt, row] of series.rows.entries()) {
      const path: Path = ['figures', at, 'rows', rowAt]
      for (const column of Object.keys(row.values))
        if (!columns.has(column))
          report([...path, 'values', column], missing(['列(columns)', 'columns'], column, columns))
      if (rowAt > 0 && row.year <= series.rows[rowAt - 1]!.year)
        report([...path, 'year'], inBoth('年は古い順に、1回ずつ書いてください', 'list years once each, oldest first'))
    }
    checkBalance(series, ['figures', at], report)
  }
}

function checkBalance({ balance, rows }: CharterText['figures'][number], path: Path, report: Report) {
  if (!balance) return
  let left = balance.openingYen
  for (const [at, { values }] of rows.entries()) {
    const closing = values[balance.closing]
    const expected =
      left === undefined ? undefined : left + (values[balance.paidIn] ?? 0) - (values[balance.drawn] ?? 0)
    if (expected !== undefined && closing !== expected)
      report(
        [...path, 'rows', at, 'values', balance.closing],
        inBoth(
          `前年度末の残高から計算すると ${expected} 円ですが、${closing} 円とあります`,
          `the previous balance gives ${expected} yen, not ${closing}`,
        ),
      )
    left = closing
  }
}
