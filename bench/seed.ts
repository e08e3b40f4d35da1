import { sql } from 'kysely'
import { asJson, type Db, newId } from '../src/platform/db/index.ts'
import { fold, grams } from '../src/platform/search/index.ts'

const places = ['中央', '北', '南', '東', '西', '本町', '栄', '緑', '川岸', '丘の上']
const works = [
  '花壇づくり',
  '見守り',
  '防災訓練',
  '子育てひろば',
  '里山の手入れ',
  '川の清掃',
  '読み聞かせ',
  '移動の手伝い',
  '多文化交流',
  '歴史さんぽ',
]
const hard = ['髙﨑𠮷の会', '<b>見守り</b>', '=1+1', `長い名前の会${'あ'.repeat(180)}`, '佐藤 花子', '佐藤 花子']

export interface Seeding {
  cityId: number
  charterId: string
  forms: string[]
  fields: string[]
  zones: string[]
  partyIds: string[]
}

/** Puts published projects into a city until it has `count` (from `first` on), as their owner and in bulk. */
export async function seedProjects(owner: Db, seeding: Seeding, count: number, first = 0): Promise<void> {
  for (let from = first; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, at) => project(seeding, from + at))
    await owner
      .insertInto('projects')
      .values(rows.map((row) => row.project) as never)
      .execute()
    await owner
      .insertInto('project_parties')
      .values(rows.flatMap((row) => row.parties) as never)
      .execute()
    await owner
      .insertInto('published.search')
      .values(rows.map((row) => row.search))
      .execute()
  }
  await sql.raw('analyze').execute(owner)
}

function project({ cityId, charterId, forms, fields, zones, partyIds }: Seeding, n: number) {
  const id = newId()
  const year = 2020 + (n % 7)
  const title = `${places[n % 10]}地区の${works[Math.floor(n / 10) % 10]}（第${n}回）`
  const summary = `${places[(n * 7) % 10]}と${places[(n * 3) % 10]}の住民が、市といっしょに${works[(n * 13) % 10]}に取り組みます。`
  const form = forms[n % forms.length]!
  const field = fields[n % Math.max(1, fields.length)]
  const zone = zones[n % Math.max(1, zones.length)]
  const at = new Date(Date.UTC(year, n % 12, 1 + (n % 27), 3, 0, n % 60))
  const names = [hard[n % hard.length]!, '市']
  const state = ['planned', 'active', 'awaiting_evaluation', 'evaluated'][n % 4]!
  const facets = [
    `year:${year}`,
    `form:${form}`,
    `state:${state}`,
    ...(field ? [`field:${field}`] : []),
    ...(zone ? [`zone:${zone}`] : []),
  ]
  const folded = fold(`${title}\n${summary}\n${names.join('\n')}`)
  return {
    project: {
      city_id: cityId,
      id,
      state,
      charter_id: charterId,
      fiscal_year: year,
      number: 1000 + Math.floor(n / 7),
      title,
      summary,
      purpose: summary,
      zone: zone ?? null,
      forms: [form],
      fields: field ? [field] : [],
      fiscal_years: [year],
      starts_on: `${year}-04-01`,
      ends_on: `${year + 1}-03-31`,
      channel: 'system',
      created_at: at,
      saved_at: at,
      state_since: at,
      published_at: at,
    },
    parties: partyIds.slice(0, 2).map((party_id, position) => ({
      city_id: cityId,
      id: newId(),
      project_id: id,
      position,
      party_id,
      name: names[position]!,
      kind: 'group',
      unit: position ? 'city' : 'group',
      is_city: position === 1,
      role: '実施',
      does: '準備と当日の運営',
    })),
    search: {
      city_id: cityId,
      kind: 'project',
      id,
      ref: `r${year - 2018}-project-${1000 + Math.floor(n / 7)}`,
      title,
      folded,
      grams: grams(folded),
      facets,
      shown: asJson({
        number: `令${year - 2018}-事業-${1000 + Math.floor(n / 7)}`,
        summary,
        parties: names,
        period: `令和${year - 2018}年度`,
        state: '実施中',
      }),
      at,
    },
  }
}
