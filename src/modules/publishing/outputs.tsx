import type { Context, Hono } from 'hono'
import { atom } from '../../platform/feed/index.ts'
import { asStream, csv, type Sheet, xlsx } from '../../platform/sheet/index.ts'
import { fiscalYearLabel } from '../../platform/time.ts'
import type { Parts } from '../../platform/web/index.ts'
import type { CitySite } from '../charters/index.ts'
import { urls as projects } from '../projects/urls.ts'
import { readFilter } from './forms.ts'
import { type Found, listNews, type News, streamFound } from './queries.ts'
import { urls } from './urls.ts'
import { facetLabel } from './views/labels.tsx'
import { valuesOf } from './views/list.tsx'
import { newsWords } from './views/news.ts'

/** The list as everyone may take it along: the head of the national open data layout, then our own columns. */
function sheetOf({ city, charter }: CitySite, publicUrl: string): Sheet<Found> {
  const names = (row: Found, key: string) =>
    valuesOf(row, key)
      .map((value) => facetLabel(charter, key, value))
      .join(';')
  return {
    name: '協働事業一覧',
    columns: [
      { key: 'local_government_code', label: '全国地方公共団体コード', value: () => city.code },
      { key: 'id', label: 'ID', value: (row) => row.ref },
      { key: 'local_government_name', label: '地方公共団体名', value: () => city.name },
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
      { key: 'url', label: 'URL', value: (row) => publicUrl + projects.show({ city: city.slug, ref: row.ref }) },
    ],
  }
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
  const rows = (c: Context, site: CitySite) =>
    streamFound(parts.doors.public, 'project', site.city.id, readFilter(new URL(c.req.url).searchParams))

  serve(urls.projectsCsv.pattern, (c, site, publicUrl) => {
    const encoding = c.req.query('encoding') === 'cp932' ? 'cp932' : 'utf-8'
    return download(
      csv(sheetOf(site, publicUrl), rows(c, site), { encoding }),
      `text/csv; charset=${encoding === 'cp932' ? 'Shift_JIS' : 'UTF-8'}`,
      `${site.city.slug}-projects.csv`,
    )
  })
  serve(urls.projectsXlsx.pattern, (c, site, publicUrl) =>
    download(
      xlsx(sheetOf(site, publicUrl), rows(c, site)),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      `${site.city.slug}-projects.xlsx`,
    ),
  )
  serve(urls.projectsJson.pattern, (c, site, publicUrl) =>
    download(json(sheetOf(site, publicUrl), rows(c, site)), 'application/json; charset=UTF-8'),
  )
  serve(urls.feed.pattern, async (_, site, publicUrl) => {
    const news = await parts.doors.public.run((db) => listNews(db, site.city.id, 50))
    return new Response(feedOf(site, news, publicUrl), {
      headers: { 'Content-Type': 'application/atom+xml; charset=UTF-8' },
    })
  })
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

/** The record as everyone may read it, for those who follow the city from elsewhere. */
function feedOf(site: CitySite, news: News[], publicUrl: string): string {
  const { city } = site
  return atom({
    id: publicUrl + urls.feed({ city: city.slug }),
    title: `${city.name}の協働`,
    link: publicUrl + urls.front({ city: city.slug }),
    updated: news[0]?.at ?? new Date(0),
    entries: news.flatMap((row) => {
      const words = newsWords(site, row)
      if (!words) return []
      const { title, sentence, href } = words
      const summary = [`${sentence}。`, row.shown?.summary].filter(Boolean).join('\n')
      return [
        { id: `urn:uuid:${row.id}`, title: `${title}：${sentence}`, link: publicUrl + href, updated: row.at, summary },
      ]
    }),
  })
}
