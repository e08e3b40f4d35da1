import type { Installation } from '../../../platform/installation.ts'
import { pageOf } from '../../../platform/module.ts'
import { asStream, csv, type Sheet, xlsx } from '../../../platform/sheet/index.ts'
import { fiscalYearLabel } from '../../../platform/time/index.ts'
import { type Documents, defineDocument, type Frame } from '../../../platform/web/index.ts'
import { type CitySite, chartersInForce } from '../../charters/index.ts'
import { valuesOf } from '../entry.ts'
import { facetLabel } from '../facet.ts'
import { readFilter, sharedKeys } from '../filter.ts'
import { type Found, streamFound, whereOf } from '../queries.ts'
import { urls } from '../urls.ts'

/** The city and the charter in force there, whose words a row uses. */
type Site = Partial<Pick<CitySite, 'city' | 'charter'>>

/** The national open data layout comes first, then our columns; each row uses its own city's words. */
function sheetOf(siteOf: (row: Found) => Site, { publicUrl, modules }: Installation): Sheet<Found> {
  const pageOfRow = (row: Found) => pageOf(modules, 'project', { city: siteOf(row).city?.slug ?? '', ref: row.ref })
  const names = (row: Found, key: string) =>
    valuesOf(row, key)
      .map((value) => facetLabel(siteOf(row).charter, key, value))
      .join(';')
  return {
    name: '協働事業一覧',
    columns: [
      { key: 'local_government_code', label: '全国地方公共団体コード', value: (row) => siteOf(row).city?.code },
      { key: 'id', label: 'ID', value: (row) => row.ref },
      { key: 'local_government_name', label: '地方公共団体名', value: (row) => siteOf(row).city?.name },
      { key: 'number', label: '番号', value: (row) => row.shown.number },
      { key: 'title', label: '事業名', value: (row) => row.title },
      { key: 'summary', label: '概要', value: (row) => row.shown.summary },
      { key: 'parties', label: '取り組む主体', value: (row) => row.shown.parties?.join(';') },
      {
        key: 'fiscal_years',
        label: '年度',
        value: (row) =>
          valuesOf(row, 'year')
            .map((year) => fiscalYearLabel(Number(year)))
            .join(';'),
      },
      { key: 'forms', label: '形態', value: (row) => names(row, 'form') },
      { key: 'zone', label: '領域', value: (row) => names(row, 'zone') },
      { key: 'start_type', label: 'はじまりの類型', value: (row) => names(row, 'type') },
      { key: 'fields', label: '分野', value: (row) => names(row, 'field') },
      { key: 'wards', label: '区', value: (row) => names(row, 'ward') },
      { key: 'state', label: '状態', value: (row) => names(row, 'state') },
      { key: 'agreement_given_up_on', label: 'もとの取り決めを取りやめた日', value: (row) => row.shown.given_up_on },
      { key: 'url', label: 'URL', value: (row) => publicUrl + (pageOfRow(row) ?? '') },
    ],
  }
}

interface Download {
  sheet: Sheet<Found>
  rows: AsyncIterable<Found>
  name: string
}

const inCity = (answer: (content: Download, frame: Frame) => Response) =>
  defineDocument({
    who: 'anyone',
    answer: async ({ frame }) => {
      const { city, installation, query } = frame
      return answer(
        {
          sheet: sheetOf(() => frame, installation),
          rows: streamFound(installation.doors.public, city.id, readFilter(query)),
          name: `${city.slug}-projects`,
        },
        frame,
      )
    },
  })

const across = (answer: (content: Download, frame: Frame) => Response) =>
  defineDocument({
    who: 'anyone',
    published: (c) => chartersInForce(c.db, c.now),
    answer: async ({ frame, published: charters }) => {
      const { cities, installation, query } = frame
      const sites = new Map(cities.map((city) => [city.id, { city, charter: charters.get(city.id) }]))
      const filter = readFilter(query, sharedKeys)
      return answer(
        {
          sheet: sheetOf((row) => sites.get(row.city_id) ?? {}, installation),
          rows: streamFound(installation.doors.public, whereOf(cities, filter), filter),
          name: 'projects',
        },
        frame,
      )
    },
  })

/** Downloads stream rows through the public door, so a long list needs no more memory than a short one. */
export const downloads: Documents = {
  [urls.projectsCsv.pattern]: inCity(asCsv),
  [urls.projectsXlsx.pattern]: inCity(asXlsx),
  [urls.projectsJson.pattern]: inCity(asJson),
  [urls.acrossCsv.pattern]: across(asCsv),
  [urls.acrossXlsx.pattern]: across(asXlsx),
  [urls.acrossJson.pattern]: across(asJson),
}

function asCsv({ sheet, rows, name }: Download, { query }: Frame): Response {
  const encoding = query.get('encoding') === 'cp932' ? 'cp932' : 'utf-8'
  const type = `text/csv; charset=${encoding === 'cp932' ? 'Shift_JIS' : 'UTF-8'}`
  return download(csv(sheet, rows, { encoding }), type, `${name}.csv`)
}

function asXlsx({ sheet, rows, name }: Download): Response {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return download(xlsx(sheet, rows), type, `${name}.xlsx`)
}

function asJson({ sheet, rows }: Download): Response {
  return download(json(sheet, rows), 'application/json; charset=UTF-8')
}

function download(chunks: AsyncIterable<Uint8Array>, type: string, name?: string): Response {
  const headers: Record<string, string> = { 'Content-Type': type, 'Cache-Control': 'no-cache' }
  if (name) headers['Content-Disposition'] = `attachment; filename="${name}"`
  return new Response(asStream(chunks), { headers })
}

async function* json(sheet: Sheet<Found>, rows: AsyncIterable<Found>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let before = '[\n'
  for await (const row of rows) {
    const item = Object.fromEntries(sheet.columns.map((column) => [column.key, column.value(row) ?? null]))
    yield encoder.encode(before + JSON.stringify(item))
    before = ',\n'
  }
  yield encoder.encode(before === '[\n' ? '[]\n' : '\n]\n')
}
