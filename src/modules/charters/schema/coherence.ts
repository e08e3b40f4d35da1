import type { CharterText } from './charter.ts'
import { keysOf, missing, type Path, type Report } from './references.ts'

/** Refuses a charter whose lists contradict each other. */
export function checkCoherence(charter: CharterText, report: Report) {
  checkActors(charter, report)
  checkZones(charter, report)
  checkScale(charter, report)
  checkSides(charter, report)
  checkProgrammes(charter, report)
  checkGuide(charter, report)
  for (const [at, series] of charter.figures.entries()) checkFigures(series, ['figures', at], report)
  if (charter.territory.divided && charter.territory.units.length === 0)
    report(
      ['territory', 'units'],
      '区に分かれているとしたときは、区の一覧が必要です',
      'a divided territory must list its units',
    )
}

function kindsAbove(actors: CharterText['actors'], kind: string): { kinds: Set<string>; returns: boolean } {
  const parents = new Map(actors.map(({ key, parent }) => [key, parent]))
  const kinds = new Set<string>()
  let at: string | undefined = kind
  for (; at !== undefined && !kinds.has(at); at = parents.get(at)) kinds.add(at)
  return { kinds, returns: at !== undefined }
}

function checkActors({ actors }: CharterText, report: Report) {
  for (const [at, { key }] of actors.entries())
    if (kindsAbove(actors, key).returns)
      report(
        ['actors', at, 'parent'],
        '上位の主体をたどると元に戻ってしまいます',
        'the chain of parents leads back to itself',
      )
  if (!actors.some((actor) => actor.as === 'city' && !actor.gathers))
    report(['actors'], '市にあたる主体(as: city)が必要です', 'one kind of actor must be the city (as: city)')
}

function checkZones(charter: CharterText, report: Report) {
  for (const list of ['zones', 'areas'] as const)
    for (const [at, { collaboration, because }] of charter[list].entries())
      if (!collaboration && !because)
        report(
          [list, at],
          '協働の対象外なら、その理由(because)を書いてください',
          'give the reason (because) it is no collaboration',
        )
  for (const [at, { collaboration, forms }] of charter.zones.entries())
    if (!collaboration && forms.length > 0)
      report(
        ['zones', at, 'forms'],
        '協働の対象外の領域に形態は置けません',
        'a zone outside collaboration offers no forms',
      )
}

function checkScale({ evaluation: { scale } }: CharterText, report: Report) {
  const { grades, reasonBelow } = scale
  const values = grades.map(({ value }) => value)
  const marks = grades.map(({ mark }) => mark)
  const path: Path = ['evaluation', 'scale']
  if (new Set(values).size < grades.length || new Set(marks).size < grades.length)
    report([...path, 'grades'], '評価の目盛りに同じ印や同じ値が2つあります', 'two grades share a mark or a value')
  if (reasonBelow !== undefined && !(reasonBelow > Math.min(...values) && reasonBelow <= Math.max(...values)))
    report(
      [...path, 'reasonBelow'],
      '理由を求める境目が目盛りの範囲にありません',
      'the limit for reasons lies outside the scale',
    )
}

function checkSides({ actors, evaluation: { sides } }: CharterText, report: Report) {
  const path: Path = ['evaluation', 'sides']
  for (const [at, { outside, kinds }] of sides.entries())
    if (outside === kinds.length > 0)
      report(
        [...path, at],
        '事業の当事者なら主体の種類を、外の評価者なら outside: true だけを書いてください',
        'name kinds for a side of the project, or outside: true alone',
      )
  // A party without a side would be the only one that does not evaluate.
  const evaluating = sides.flatMap(({ kinds }) => kinds)
  for (const { key, gathers } of actors) {
    const { kinds } = kindsAbove(actors, key)
    if (!gathers && !evaluating.some((kind) => kinds.has(kind)))
      report(
        path,
        `「${key}」がどの側でも評価しません。評価する側に加えてください`,
        `"${key}" evaluates on no side; add it to one`,
      )
  }
}

function checkProgrammes({ programmes }: CharterText, report: Report) {
  if (!programmes.some(({ tracks }) => tracks.some(({ proposedBy }) => proposedBy === 'citizen')))
    report(
      ['programmes'],
      '市民の側から提案できる窓口(proposedBy: citizen)が一つは必要です',
      'at least one track must be proposedBy: citizen',
    )
  for (const [at, { calendar }] of programmes.entries())
    for (const [dateAt, { month, day }] of calendar.entries())
      if (day > new Date(Date.UTC(2023, month, 0)).getUTCDate())
        report(
          ['programmes', at, 'calendar', dateAt, 'day'],
          `${month}月${day}日という日は毎年あるとは限りません`,
          `there is not always a ${month}/${day}`,
        )
}

function checkGuide({ guide: { questions } }: CharterText, report: Report) {
  const order = questions.map(({ key }) => key)
  const reached = new Set([order[0]])
  for (const [at, question] of questions.entries()) {
    const path: Path = ['guide', 'questions', at]
    if (!reached.has(question.key))
      report(path, '前の質問からたどり着けない質問です', 'no earlier question leads to this one')
    for (const [answerAt, { next, outcome }] of question.answers.entries()) {
      const answer: Path = [...path, 'answers', answerAt]
      if ((next === undefined) === (outcome === undefined))
        report(answer, '次の質問(next)か結果(outcome)のどちらか一つを書いてください', 'give either next or outcome')
      if (next === undefined) continue
      if (order.includes(next) && order.indexOf(next) <= at)
        report([...answer, 'next'], '質問は後ろへしか進めません', 'questions may only lead forward')
      reached.add(next)
    }
  }
}

type Series = CharterText['figures'][number]

function checkFigures({ columns, rows, balance }: Series, path: Path, report: Report) {
  const known = keysOf(columns)
  for (const [at, { year, values }] of rows.entries()) {
    for (const column of Object.keys(values))
      if (!known.has(column))
        report([...path, 'rows', at, 'values', column], ...missing(['列(columns)', 'columns'], column, known))
    if (year <= (rows[at - 1]?.year ?? -Infinity))
      report([...path, 'rows', at, 'year'], '年は古い順に、1回ずつ書いてください', 'list years once each, oldest first')
  }
  if (balance) checkBalance(balance, rows, path, report)
}

function checkBalance(balance: NonNullable<Series['balance']>, rows: Series['rows'], path: Path, report: Report) {
  let left = balance.openingYen
  for (const [at, { values }] of rows.entries()) {
    const closing = values[balance.closing]
    const expected =
      left === undefined ? undefined : left + (values[balance.paidIn] ?? 0) - (values[balance.drawn] ?? 0)
    if (expected !== undefined && closing !== expected)
      report(
        [...path, 'rows', at, 'values', balance.closing],
        `前年度末の残高から計算すると ${expected} 円ですが、${closing} 円とあります`,
        `the previous balance gives ${expected} yen, not ${closing}`,
      )
    left = closing
  }
}
