import type { Context, Hono } from 'hono'
import { atom } from '../../platform/feed/index.ts'
import type { Installation } from '../../platform/installation.ts'
import { asStream, csv, type Sheet, xlsx } from '../../platform/sheet/index.ts'
import { fiscalYearLabel } from '../../platform/time/index.ts'
import type { Parts } from '../../platform/web/index.ts'
import { type CitySite, chartersInForce } from '../charters/index.ts'
import { urls as projects } from '../projects/urls.ts'
import { readFilter, sharedKeys } from './forms.ts'
import { type Found, listNews, type News, streamFound, whereOf } from './queries.ts'
import { urls } from './urls.ts'
import { facetLabel } from './views/labels.tsx'
import { valuesOf } from './views/list.tsx'
import { newsWords } from './views/news.ts'

type Site = Pick<CitySite, 'city' | 'charter'>

/**
 * The list as everyone may take it along: the head of the national open data layout, then our own columns. Each row is told
 * in the words of its own city.
 */
function sheetOf(siteOf: (row: Found) => Site, publicUrl: string): Sheet<Found> {
  const names = (row: Found, key: string) =>
    valuesOf(row, key)
      .map((value) => facetLabel(siteOf(row).charter, key, value))
      .join(';')
  return {
    name: '協働事業一覧',
    columns: [
      { key: 'local_government_code', label: '全国地方公共団体コード', value: (row) => siteOf(row).city.code },
      { key: 'id', label: 'ID', value: (row) => row.ref },
      { key: 'local_government_name', label: '地方公共団体名', value: (row) => siteOf(row).city.name },
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
      {
        key: 'url',
        label: 'URL',
        value: (row) => publicUrl + projects.show({ city: siteOf(row).city.slug, ref: row.ref }),
      },
    ],
  }
}

/** What a download is made of: the rows, how each is told, and the first word of the file's name. */
interface Taken {
  sheet: Sheet<Found>
  rows: AsyncIterable<Found>
  name: string
}

/** Downloads and the feed: what the public door reads, and nothing else. */
export function outputs(app: Hono, parts: Parts): void {
  const serve = (
    pattern: string,
    answer: (c: Context, site: CitySite, publicUrl: string) => Promise<Response> | Response,
  ) =>
    app.get(pattern, async (c) => {
      const found = await parts.resolve(c.req.param() as Record<string, string>)
      return found ? answer(c, found.site as CitySite, parts.publicUrl) : c.notFound()
    })
  const queryIn = (c: Context) => new URL(c.req.url).searchParams
  const inCity = (c: Context, site: CitySite): Taken => ({
    sheet: sheetOf(() => site, parts.publicUrl),
    rows: streamFound(parts.doors.public, 'project', site.city.id, readFilter(queryIn(c))),
    name: `${site.city.slug}-projects`,
  })
  const across = async (c: Context, { cities }: Pick<CitySite, 'cities'>): Promise<Taken> => {
    const charters = await parts.doors.public.run((db) => chartersInForce(db, parts.now()))
    const sites = new Map(cities.map((city) => [city.id, { city, charter: charters.get(city.id)! }]))
    const filter = readFilter(queryIn(c), sharedKeys)
    return {
      sheet: sheetOf((row) => sites.get(row.city_id)!, parts.publicUrl),
      rows: streamFound(parts.doors.public, 'project', whereOf(cities, filter), filter),
      name: 'projects',
    }
  }

  serve(urls.projectsCsv.pattern, (c, site) => asCsv(c, inCity(c, site)))
  serve(urls.projectsXlsx.pattern, (c, site) => asXlsx(inCity(c, site)))
  serve(urls.projectsJson.pattern, (c, site) => asJson(inCity(c, site)))
  serve(urls.acrossCsv.pattern, async (c, site) => asCsv(c, await across(c, site)))
  serve(urls.acrossXlsx.pattern, async (c, site) => asXlsx(await across(c, site)))
  serve(urls.acrossJson.pattern, async (c, site) => asJson(await across(c, site)))
  serve(urls.feed.pattern, async (_, site) => {
    const news = await parts.doors.public.run((db) => listNews(db, site.city.id, 50))
    return new Response(feedOf(site, news, parts), {
      headers: { 'Content-Type': 'application/atom+xml; charset=UTF-8' },
    })
  })
}

function asCsv(c: Context, { sheet, rows, name }: Taken): Response {
  const encoding = c.req.query('encoding') === 'cp932' ? 'cp932' : 'utf-8'
  const type = `text/csv; charset=${encoding === 'cp932' ? 'Shift_JIS' : 'UTF-8'}`
  return download(csv(sheet, rows, { encoding }), type, `${name}.csv`)
}

function asXlsx({ sheet, rows, name }: Taken): Response {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return download(xlsx(sheet, rows), type, `${name}.xlsx`)
}

const asJson = ({ sheet, rows }: Taken) => download(json(sheet, rows), 'application/json; charset=UTF-8')

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

/** The record as everyone may read it, for those who follow the city from elsewhere. */
function feedOf(site: CitySite, news: News[], { publicUrl, modules }: Installation): string {
  const { city } = site
  return atom({
    id: publicUrl + urls.feed({ city: city.slug }),
    title: `${city.name}の協働`,
    link: publicUrl + urls.front({ city: city.slug }),
    updated: news[0]?.at ?? new Date(0),
    entries: news.flatMap((row) => {
      const words = newsWords(site, modules, row)
      if (!words) return []
      const { title, sentence, href } = words
      const summary = [`${sentence}。`, row.shown?.summary].filter(Boolean).join('\n')
      return [
        { id: `urn:uuid:${row.id}`, title: `${title}：${sentence}`, link: publicUrl + href, updated: row.at, summary },
      ]
    }),
  })
}
