import { afterAll, expect, test } from 'vitest'
import { textOfPdf } from '../../../test/pdf-text.ts'
import { useWorld } from '../../../test/world.ts'
import { pdfRenderer } from '../../platform/pdf/index.ts'
import { openToProposals } from '../charters/index.ts'
import { blankForm } from './outputs.tsx'
import { urls } from './urls.ts'

const w = useWorld()
const renderer = pdfRenderer()
afterAll(() => renderer.stop())

test(
  'every form of every city prints empty, with each of its questions',
  () =>
    w.run(async (world) => {
      for (const { charter, city } of await world.app.directory.all(world.now)) {
        for (const programme of openToProposals(charter)) {
          for (const track of programme.tracks) {
            const pdf = textOfPdf(await renderer.render(blankForm(charter, programme, track))).replace(/\s/g, '')
            const sheet = programme.sheets.find(({ key }) => key === track.sheet) ?? programme.sheets[0]
            const questions = (sheet?.sections ?? []).flatMap(({ fields }) =>
              fields.map((field) => field.label.ja.replace(/\s/g, '')),
            )
            const missing = questions.filter((question) => !pdf.includes(question))
            expect([city.slug, programme.key, missing]).toEqual([city.slug, programme.key, []])
            expect(pdf).toContain('団体の名称')
          }
        }
      }
    }),
  60_000,
)

test('anyone may take the empty form along; a programme without one has none', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('nobody').get(urls.blankForm({ city: 'kawaguchi', key: 'proposal-scheme' }))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await c.as('nobody').get(urls.blankForm({ city: 'kawaguchi', key: 'forum' }))).status).toBe(404)
  }))
