import { describe, test } from 'vitest'
import {
  beginByCommand,
  city,
  enterDepartments,
  enterGroups,
  enterSignatory,
  enterStaff,
  firstPeople,
  readTelephones,
  staff,
} from '../beginning.ts'
import { useEmptyInstallation } from '../empty.ts'
import { answer, consent, evaluate } from '../evaluation.ts'
import { atTheirScreens } from '../groups-part.ts'
import { agree, carryOut, decide, type GroupsPart, propose, sign, type Walk } from '../main-job.ts'
import { decideLastYear, end, openPetitions, reads, rename, split, talkOnPaper } from '../reorganising.ts'

const MINUTES = 600_000

/** The crew of a boat and the growers of the hill; the city is the third side. */
const groups = ['secretary', 'neighbour']
const bothGroups: GroupsPart = {
  ...atTheirScreens,
  async signs(walk, show) {
    for (const person of groups) await sign(walk, person, show)
  },
  async answers(walk, page, words) {
    for (const person of groups) await answer(walk, person, page, 0, words)
  },
  async consents(walk, page) {
    for (const person of groups) await consent(walk, person, page)
  },
}

const aWalk = (town: Walk['town']): Walk => ({
  town,
  city,
  given: { width: 1280, script: true },
  group: bothGroups,
  department: '浜の課',
  partners: ['丘の畑の会'],
})

describe.runIf(process.env.TEST_SUPERUSER_URL)('a sixth city', () => {
  const town = useEmptyInstallation()
  test(
    'begins from an empty PostgreSQL, and walks the main job while its departments are renamed, split and abolished',
    async () => {
      const walk = aWalk(town)
      await beginByCommand(town)
      await firstPeople(walk)
      await enterDepartments(walk)
      await enterStaff(walk)
      await enterSignatory(walk)
      await enterGroups(walk)

      await openPetitions(walk)
      const lastYear = await talkOnPaper(walk, '去年の網', '浜の課')
      await decideLastYear(walk, lastYear, '去年の網')
      const open = await talkOnPaper(walk, '小さな網', '浜の課')
      const title = '浜の網を三方で分ける'
      const ref = await propose(walk, title)
      await decide(walk, ref, title)
      const decided = `/${city}/proposals/${ref}`

      await rename(walk, '浜の課', { name: '海辺の課', kana: 'うみべのか' })
      for (const page of [open, decided]) await reads(walk, 'officer', page, ['海辺の課'], ['浜の課'])
      await readTelephones(walk, decided)
      await reads(walk, 'section', lastYear, ['浜の課'], ['海辺の課'])
      await agree(walk, title)

      const into = [
        { name: '磯の課', kana: 'いそのか' },
        { name: '砂の課', kana: 'すなのか' },
      ]
      await split(walk, '海辺の課', into)
      await reads(walk, 'officer', open, ['磯の課'])
      await reads(walk, 'section', decided, ['海辺の課'])
      await reads(walk, 'section', lastYear, ['浜の課'], ['海辺の課', '磯の課'])
      const project = await carryOut({ ...walk, department: '磯の課' }, title)

      await end(walk, '港の課', ['縁づくり課'])
      const everybody = Object.values(staff).map(({ name }) => name)
      await reads(walk, 'administrator', `/${city}/admin/people`, [...everybody, '磯の課', '縁づくり課'])
      for (const person of Object.keys(staff)) await reads(walk, person, `/${city}/inbox`, ['わたしの机'])
      const former = ['海辺の課', '港の課']
      await reads(walk, 'nobody', `/${city}/departments`, ['縁づくり課', '磯の課', '砂の課', '東浦支所', ...former])
      await evaluate(walk, project, title)
    },
    MINUTES,
  )
})
