import { expect, test } from 'vitest'
import { addressOf, aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { urls } from '../urls.ts'

const w = useWorld()

test('a party reports with numbers and photos; what is withheld stays off the public page', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aPublicProject(c, db)))
    const photo = new File([new Uint8Array([1])], '付き添い.jpg', { type: 'image/jpeg' })
    const report = {
      kind: 'activity',
      title: '第1回の付き添い',
      held_on: '令和8年6月10日',
      text: '12人で付き添いました。',
      active_count: '１２人',
      passive_count: '30',
    }
    const silent = await c.as('secretary').fill(urls.newReport(at), { ...report, 'photos.0.file': photo })
    expect(silent.status).toBe(422)
    expect(silent.errors['photos-0-words']).toContain('何が写っているか')
    const words = '車いすの人と並んで歩く会員'
    const whole = { ...report, 'photos.0.file': photo, 'photos.0.words': words }
    const sent = await c.as('secretary').fill(urls.newReport(at), whole)
    expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
    await c.as('secretary').fill(urls.newReport(at), { ...report, title: '内輪の反省', withheld: 'yes' })
    const page = await c.as('nobody').get(urls.show(at))
    expect(page.says).toContain('担い手として12人、来場者として30人')
    expect(page.says).not.toContain('内輪の反省')
    expect(page.text).toContain(encodeURIComponent('付き添い.jpg'))
    expect(page.text).toContain(`alt="${words}"`)
    expect((await c.as('secretary').get(urls.show(at))).says).toContain('内輪の反省')
    const files = await c.run((db) => db.selectFrom('published.files').select('name').execute())
    expect(files.map(({ name }) => name)).toEqual(['付き添い.jpg'])
  }))

test('what a photo shows is put right, and a photo taken away, where the report is', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aPublicProject(c, db)))
    const photo = (name: string) => new File([new Uint8Array([1])], `${name}.jpg`, { type: 'image/jpeg' })
    const report = {
      kind: 'activity',
      title: '第1回',
      held_on: '令和8年6月10日',
      text: 'しました。',
      'photos.0.file': photo('一'),
      'photos.0.words': '一枚め',
      'photos.2.file': photo('三'),
      'photos.2.words': '三枚め',
    }
    const sent = await c.as('secretary').fill(urls.newReport(at), report)
    expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
    const { 'photos.0.file': _, ...without } = report
    const alone = await c.as('secretary').fill(urls.newReport(at), without)
    expect(alone.errors['photos-0-file']).toContain('写真を選んでください')
    const { id } = (await c.run((db) => db.selectFrom('project_reports').select('id').execute()))[0]!
    const edit = urls.editReport({ ...at, report: id })
    expect((await c.as('secretary').fill(edit, { 'kept.0.words': '' })).status).toBe(422)
    const changed = { 'kept.0.removed': 'yes', 'kept.1.words': '三枚め、改め' }
    expect((await c.as('secretary').fill(edit, changed)).status).toBe(303)
    const page = await c.as('nobody').get(urls.show(at))
    expect(page.text).toContain('alt="三枚め、改め"')
    expect(page.text).not.toContain('一枚め')
  }))

test('a report of tomorrow, and a talk of one party with itself, are sent back with what to do', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aPublicProject(c, db)))
    const report = {
      kind: 'meeting',
      title: '打合せ',
      held_on: '令和9年1月1日',
      text: '話しました。',
      attended: [c.parties.first!.id],
    }
    const answer = await c.as('secretary').fill(urls.newReport(at), report)
    expect(answer.errors.attended).toContain('二つ以上選んでください')
    const both = [c.parties.first!.id, c.parties['department-office']!.id]
    const tomorrow = await c.as('secretary').fill(urls.newReport(at), { ...report, attended: both })
    expect(tomorrow.errors.held_on).toContain('今日まで')
  }))
