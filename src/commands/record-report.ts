import type { Attested } from '../platform/record/attested.ts'
import type { Difference, Doubt } from '../platform/record/index.ts'
import { dateLabel, today } from '../platform/time/index.ts'
import type { Findings } from './record-verify.ts'

interface Part {
  heading: string
  lines: string[]
}

const onDay = (at: Date) => dateLabel(today(at))

/** What was verified and what was found, in sentences; `sound` is whether nothing is in doubt. */
export function reportOf(found: Findings): { sound: boolean; lines: string[] } {
  const parts = [chainPart(found), anchorPart(found), erasurePart(found), rowPart(found)]
  const sound = parts.every(({ lines }) => !lines.some((line) => line.startsWith('✗')))
  const all = [...parts, { heading: '確かめていないこと', lines: unproven(found) }]
  return {
    sound,
    lines: [
      ...all.flatMap(({ heading, lines }) => [`【${heading}】`, ...lines.map((line) => `  ${line}`), '']),
      sound ? whole : remedy,
    ],
  }
}

const whole = '疑わしいところは、ありません。'
const remedy =
  '上の✗に、疑わしいところがあります。データベースには手を加えずにいまの控えをとり、いつの控えまで合うかを確かめて、書き換えた人と時刻をデータベースの管理者と調べてください。'

function doubtsAbout({ chains }: Findings, about: Doubt['about']): { name: string; doubt: Doubt; entries: number }[] {
  return chains.flatMap(({ name, result: { doubts, entries } }) =>
    doubts.flatMap((doubt) => (doubt.about === about ? [{ name, doubt, entries }] : [])),
  )
}

function chainPart(found: Findings): Part {
  const lines = found.chains.map(({ name, result: { entries, doubts, head } }) => {
    const broken = doubts.find(({ about }) => about === 'chain')
    if (broken) return `✗ ${name}: ${broken.seq}番の記録が合いません。${broken.why}${before(broken.seq, entries)}`
    if (found.emptied.includes(name)) return `✗ ${name}: 指針を適用した市なのに、記録が1件もありません。`
    if (entries === 0) return `・ ${name}: 記録は、1件もありません。`
    return `✓ ${name}: ${entries}件の記録がつながっています。末尾の印 ${head.slice(0, 16)}`
  })
  const lost = found.lost.map((name) => `✗ ${name}: 記録のあった市が、なくなっています。`)
  return { heading: '記録のつながり', lines: [...lines, ...lost] }
}

const before = (seq: number, entries: number) =>
  entries > 0 && entries < seq ? `はじめから${entries}番までは、書かれたときのままです。` : ''

function anchorPart(found: Findings): Part {
  const { given, weighed } = found
  const doubts = doubtsAbout(found, 'anchor').map(({ name, doubt }) => `✗ ${name}: ${doubt.seq}番まで。${doubt.why}`)
  const heads = [...weighed.heads.values()].flat().filter(({ settled }) => !settled)
  const days = heads.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())
  const [first, last] = [days[0], days.at(-1)]
  const good =
    first && last && `✓ ${onDay(first)}から${onDay(last)}までに控えた見出し${heads.length}個が、すべて合っています。`
  return {
    heading: '控えた見出し',
    lines: [
      ...missingLines(found),
      ...doubts,
      ...(good && doubts.length === 0 ? [good] : []),
      ...(heads.length === 0 ? ['・ まだ、控えがありません。次の夜か、次のバックアップのときに控えます。'] : []),
      ...settledLines(found),
      ...(given.file
        ? [`・ 控えのファイル ${given.file}`]
        : ['・ 控えるファイル（ANCHORS_FILE）が、設定されていません。']),
    ],
  }
}

function missingLines({ given, weighed: { missing } }: Findings): string[] {
  const last = missing.at(-1)
  if (!last) return []
  const said = `${missing.length}回控えたと記録にありますが（最後は${onDay(last.at)}）`
  if (!given.own)
    return [`✗ ${said}、控えのファイルがありません。別の場所にあるときは、ANCHORS_FILE に書いてください。`]
  return [`✗ ${said}、控えのファイルに、その行がありません。`]
}

function settledLines(found: Findings): string[] {
  const { renewed } = found.weighed
  if (!renewed) return []
  const others = doubtsAbout(found, 'settled').length
  return [
    `・ ${onDay(renewed.at)}に、控えを取り直しています（理由　${renewed.reason}）。それより前の控えのうち${others}個が、いまの記録と合いません。`,
  ]
}

function erasurePart(found: Findings): Part {
  const doubts = doubtsAbout(found, 'erasure').map(({ name, doubt }) => `✗ ${name}: ${doubt.seq}番。${doubt.why}`)
  const erased = found.chains.flatMap(({ name, result: { erased } }) =>
    erased.length > 0
      ? `✓ ${name}: ${erased.length}件の本文が、消去の記録とともに消去されています（${numbers(erased)}）。`
      : [],
  )
  return {
    heading: '消去',
    lines: doubts.length + erased.length > 0 ? [...doubts, ...erased] : ['✓ 本文を消去した記録は、ありません。'],
  }
}

const MOST = 20
const numbers = (all: readonly number[]) => `${all.slice(0, MOST).join('番、')}番${all.length > MOST ? 'など' : ''}`

function rowPart({ rows }: Findings): Part {
  return { heading: '記録といまのデータ', lines: rows.flatMap(rowLines) }
}

function rowLines({ attested, cities }: Findings['rows'][number]): string[] {
  const { label } = attested
  const sum = (of: 'same' | 'silent' | 'different') => cities.reduce((total, { found }) => total + found[of], 0)
  const [same, silent, different] = [sum('same'), sum('silent'), sum('different')]
  const told = cities
    .flatMap(({ name, found }) => found.differences.map((one) => `✗ ${label}: ${name} ${sentence(attested, one)}`))
    .slice(0, MOST)
  if (different > told.length) told.push(`✗ ${label}: 合わないものが、全部で${different}件あります。`)
  if (told.length > 0) return told
  const others = silent > 0 ? `（ほかに${silent}件は、比べる値が記録にありません）` : ''
  return same + silent > 0 ? [`✓ ${label}: ${same}件が、記録のとおりです${others}`] : [`・ ${label}: まだ、ありません`]
}

function sentence(attested: Attested, { verdict, seq, id, said, now }: Difference): string {
  if (verdict === 'unwritten') return `これを書いた記録のないデータがあります（${id}）。`
  if (verdict === 'gone') return `記録${seq}番に書かれたデータが、なくなっています。`
  const differing = partsThatDiffer(said, now).map(([path, was, is]) => partSentence(attested, path, was, is))
  if (verdict === 'rewritten') return `記録${seq}番で、前の記録にあった値が変わっています。${differing.join('')}`
  return `記録${seq}番と合いません。${differing.join('')}`
}

type Differing = [path: string[], said: unknown, now: unknown]

/** The parts of two values that are not the same, down to plain values. */
function partsThatDiffer(said: unknown, now: unknown, path: string[] = []): Differing[] {
  if (isParts(said) && isParts(now)) {
    const keys = [...new Set([...Object.keys(said), ...Object.keys(now)])]
    return keys.flatMap((key) => partsThatDiffer(said[key], now[key], [...path, key]))
  }
  return JSON.stringify(said) === JSON.stringify(now) ? [] : [[path, said, now]]
}

const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function partSentence({ words = {}, label }: Attested, path: string[], said: unknown, now: unknown): string {
  const name = [...path].reverse().flatMap((key) => words[key] ?? [])[0] ?? label
  if (now === undefined) return `${name}が、なくなっています。`
  if (said === undefined) return `${name}が、記録にないのに加わっています。`
  if (isLong(said) || isLong(now)) return `${name}が、記録と違います。`
  return `${name}は、記録では「${plain(said)}」、いまは「${plain(now)}」です。`
}

/** A digest, or something with parts of its own, says nothing to a reader. */
const isLong = (value: unknown) => isParts(value) || (typeof value === 'string' && /^[0-9a-f-]{36,64}$/.test(value))

const plain = (value: unknown) => (value === null ? 'なし' : String(value))

function unproven({ rows, chains, weighed: { heads } }: Findings): string[] {
  const silent = rows.flatMap(({ cities }) => cities).reduce((sum, { found }) => sum + found.silent, 0)
  const since = chains.reduce((sum, { scope, result }) => sum + after(result.entries, heads.get(scope)), 0)
  return [
    `・ ${heads.size > 0 ? `最後に見出しを控えたあとの記録${since}件` : '見出しを控えていない記録'}は、データベースを書き換えられる人なら、つじつまを合わせて作り直せます。`,
    '・ 控えのファイルとデータベースの両方を書き換えられたときは、分かりません。メールや別の機械に残した控えとも、見比べてください。',
    '・ いまのデータのうち、上に挙げたもののほか（評価の回答、話し合い、報告、団体の登録、添付ファイルの中身など）は、記録と比べていません。',
    '・ 予算や決定のように改められる値は、最後に改めた手続きの記録と比べています。その手続きの前に書き換えられていたかは、分かりません。',
    ...(chains.some(({ result: { erased } }) => erased.length > 0)
      ? ['・ 消去が正しい手続きによるものかは、分かりません。番号を、消去を求められたときの書類と見比べてください。']
      : []),
    ...(silent > 0
      ? [`・ 比べる値が記録にないもの${silent}件は、この機能より前の記録か、本文を消去した記録によるものです。`]
      : []),
  ]
}

/** How many entries there are after the last anchored one. */
const after = (entries: number, heads: readonly { seq: number }[] = []) =>
  Math.max(0, entries - Math.max(0, ...heads.map(({ seq }) => seq)))
