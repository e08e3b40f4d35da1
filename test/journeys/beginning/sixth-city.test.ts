import { describe, test } from 'vitest'
import { answer, consent, evaluate } from '../evaluation.ts'
import { atTheirScreens } from '../groups-part.ts'
import { agree, carryOut, decide, propose, sign, type GroupsPart, type Walk } from '../main-job.ts'
import {
  beginByCommand, city, enterDepartments, enterGroups, enterSignatory, enterStaff, firstPeople,
} from '../beginning.ts'
import { useEmptyInstallation } from '../empty.ts'
import { decideLastYear, end, reads, rename, split } from '../reorganising.ts'

const twoGroups: GroupsPart = {
  ...atTheirScreens,
  async signs(walk, show) {
    for (const person of ['secretary', 'neighbour']) await sign(walk, person, show)
  },
  async answers(walk, page, words) {
    for (const person of ['secretary', 'neighbour']) await answer(walk, person, page, 0, words)
  },
  async consents(walk, page) {
    for (const person of ['secretary', 'neighbour']) await consent(walk, person, page)
  },
}

const town = useEmptyInstallation()
const walk: Walk = { town, city, given: { width: 1280, script: true }, group: twoGroups, department: '浜の課', partners: ['丘の畑の会'] }

describe('a sixth city', () => {
  test('begins', async () => {
    const t = (l: string) => console.log(l, new Date().toISOString())
    t('start')
    await beginByCommand(town); t('commands')
    await firstPeople(walk); t('first')
    await enterDepartments(walk); t('deps')
    await enterStaff(walk); t('staff')
    await enterSignatory(walk); t('sig')
    await enterGroups(walk); t('groups')
    const lastYear = await decideLastYear(walk, '去年の網'); t('last year')
    const title = '浜の網を三方で分ける'
    const ref = await propose(walk, title)
    t('proposed')
    await decide(walk, ref, title)
    t('decided')
    await rename(walk, '浜の課', { name: '海辺の課', kana: 'うみべのか' })
    await reads(walk, 'section', `/${city}/proposals/${ref}`, '海辺の課', ['浜の課'])
    await reads(walk, 'section', lastYear, '浜の課', ['海辺の課'])
    t('renamed')
    await agree(walk, title)
    t('agreed')
    await split(walk, '海辺の課', [{ name: '磯の課', kana: 'いそのか' }, { name: '砂の課', kana: 'すなのか' }])
    t('split')
    const project = await carryOut(walk, title)
    t('carried')
    await end(walk, '港の課', ['縁づくり課'])
    await reads(walk, 'section', `/${city}/projects/${project}`, '磯の課', ['海辺の課'])
    for (const one of ['officer', 'pilot', 'farmer']) await reads(walk, one, `/${city}/inbox`, '')
    await reads(walk, 'administrator', `/${city}/admin/people`, '水先 わたる')
    t('ended')
    await evaluate(walk, project, title)
    t('evaluated')
    await reads(walk, 'section', lastYear, '浜の課', ['海辺の課', '磯の課'])
  }, 600000)
})
