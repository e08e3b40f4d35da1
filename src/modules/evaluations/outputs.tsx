import type { Hono } from 'hono'
import { nobody } from '../../platform/actor.ts'
import { contentDisposition } from '../../platform/files/index.ts'
import type { EventSpec } from '../../platform/module.ts'
import { type PdfBlock, type PdfDocument, renderPdf } from '../../platform/pdf/index.ts'
import { dateLabel, fiscalYearLabel, parseFiscalYear } from '../../platform/time/index.ts'
import type { Parts } from '../../platform/web/index.ts'
import { type Charter, type CitySite, getCharter, label, word } from '../charters/index.ts'
import { findProject, projectNumberLabel } from '../projects/index.ts'
import { blankBlocks, explainedMarks, inOneFrame } from '../questionnaires/index.ts'
import { findRound } from './queries.ts'
import { sheetFor } from './rules.ts'
import type { Round, Seat } from './tables.ts'
import { urls } from './urls.ts'

/** What happened with an evaluation, in one sentence each; that somebody answered is told, never what. */
export const events: Record<string, EventSpec> = {
  'evaluation.begun': { says: () => '評価を始めました', audience: 'public' },
  'evaluation.answered': { says: ({ side }) => `「${side}」が回答しました`, audience: 'parties' },
  'evaluation.answer-revised': { says: ({ side }) => `「${side}」が回答を直しました`, audience: 'parties' },
  'evaluation.answered-late': { says: ({ side }) => `「${side}」の回答が、締切後に届きました`, audience: 'parties' },
  'evaluation.opened': { says: () => '全員の回答がそろい、開かれました', audience: 'public' },
  'evaluation.closed': { says: () => '期日に締め切って、回答を開きました', audience: 'public' },
  'evaluation.extended': {
    says: ({ due_on }) => `回答の期日を${dateLabel(String(due_on))}に延ばしました`,
    audience: 'parties',
  },
  'evaluation.talked': { says: () => 'ふりかえりの話し合いを記録しました', audience: 'public' },
  'evaluation.consented': { says: () => '公表に同意しました', audience: 'parties' },
  'evaluation.released': { says: () => '評価を公表しました', audience: 'public' },
  'evaluation.retracted': { says: () => '評価の公表をやめました', audience: 'parties' },
}

interface SheetFacts {
  charter: Charter
  number: string
  title: string
  round: Pick<Round, 'year' | 'due_on'>
  seat?: Pick<Seat, 'name' | 'side'>
}

/** The blank sheet as it goes over the counter: the charter's questions with boxes to tick and lines to write on. */
export function sheetDocument({ charter, number, title, round, seat }: SheetFacts): PdfDocument {
  const { phases, scale } = sheetFor(charter, seat?.side)
  return {
    kind: 'form',
    title: `${word(charter, 'evaluation')}票（${fiscalYearLabel(round.year)}）`,
    number,
    date: 'blank',
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: '事業の名前', value: title },
          { label: '提出の期日', value: dateLabel(round.due_on) },
        ],
      },
      {
        type: 'blanks',
        blanks: [{ label: '回答する方', hint: seat?.name }, { label: '記入した方のお名前' }],
      },
      {
        type: 'note',
        text: `ほかの方と相談せずに、それぞれでお書きください。全員の回答がそろうまで、だれにも見せません。${explainedMarks(scale)}`,
      },
      ...phases.flatMap((phase): PdfBlock[] => [
        { type: 'heading', text: label(phase.label) },
        ...inOneFrame(blankBlocks(phase.questions)),
      ]),
    ],
  }
}

/** The sheet for those who may see the project; it holds questions alone. */
export function outputs(app: Hono, parts: Parts): void {
  app.get(urls.sheet.pattern, async (c) => {
    const params = c.req.param() as Record<string, string>
    const [found, session] = [await parts.resolve(params), await parts.session(c)]
    const year = parseFiscalYear(params.year!)
    if (!found || year === undefined) return c.notFound()
    if (!session) return c.redirect(parts.signInUrl(new URL(c.req.url).pathname), 303)
    const { city } = found.site as CitySite
    const document = await parts.doors.city(city.id).run(async (db) => {
      const actor = session.confirmed ? await parts.actorFor(db, session, city.id) : nobody(city.id)
      const project = await findProject(db, actor, params.ref!)
      const round = project && (await findRound(db, project.id, year))
      if (!round) return undefined
      const charter = await getCharter(db, project.charter_id)
      const seat = round.seats.find(({ id }) => id === c.req.query('seat'))
      return sheetDocument({ charter, number: projectNumberLabel(charter, project), title: project.title, round, seat })
    })
    if (!document) return c.notFound()
    const pdf = await renderPdf(document)
    return new Response(pdf as Uint8Array<ArrayBuffer>, {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': contentDisposition('inline', `${document.title}.pdf`),
        'Cache-Control': 'no-store',
      },
    })
  })
}
