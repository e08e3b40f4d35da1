import { describe, expect, test } from 'vitest'
import { kindFor } from '../../demo/setting.ts'
import { readCharter } from '../../src/modules/charters/index.ts'
import { wayOf } from '../proposals.ts'
import { evaluate } from './evaluation.ts'
import { namedIn, onPaper, thirdGroup } from './groups-part.ts'
import { agree, carryOut, decide, inDays, openProgramme, refOf, titledField, visit, type Walk } from './main-job.ts'
import { useTown } from './town.ts'
import { crossings, type Given, letter } from './visitor.ts'

const MINUTES = 400_000
const [wideWithScript, narrowWithout, , wideWithout] = crossings.flat() as [string, Given][]

/** Three cities of different kinds: zones and forms, a grant by calls, and wards. */
const places = { iruma: wideWithScript!, kawagoe: narrowWithout!, kawasaki: wideWithout! }

/** The group without mail and account, and its open programme. */
function elders(city: string) {
  const read = readCharter(`charters/${city}`, 'charters/common')
  if ('problems' in read) throw new Error('The charter does not read.')
  const { name, standard } = thirdGroup(city)
  const first = { kind: kindFor(read.charter, standard) }
  return { name, ...wayOf({ slug: city, charter: read.charter, parties: { first } }) }
}

/** The blank form is handed over, comes back filled in by hand, and is entered with its scan; the receipt is printed. */
async function proposeOnPaper(walk: Walk, title: string): Promise<string> {
  const { name, programme, to } = elders(walk.city)
  await visit(walk, 'nobody', async (elder) => {
    await elder.open(`/${walk.city}/programmes/${programme}`)
    expect((await elder.print()).length).toBeGreaterThan(5000)
    const blank = await elder.paper(`/${walk.city}/programmes/${programme}/form.pdf`)
    expect(blank.length).toBeGreaterThan(100)
  })
  await openIfClosed(walk, to)
  return visit(walk, 'section', async (section) => {
    await section.open(`/${walk.city}/proposals/paper`)
    const party_id = await namedIn(section, 'party_id', name)
    await section.fill({ to, party_id, channel: 'paper', received_on: inDays(-1), scan: letter('提案書') })
    await section.press('下書きをつくって、内容の入力へ進む')
    await section.fillEverything({ [(await titledField(section)).name]: title })
    await section.press('保存して、提出前の確認へ進む')
    await section.press('受け付ける')
    expect(await section.heading(), await section.says()).toBe('受付票')
    expect((await section.print()).length).toBeGreaterThan(5000)
    const receipt = await section.paper(section.path.replace(/receipt$/, 'receipt.pdf'))
    expect(receipt).toContain(bare(name))
    return refOf(section.path)
  })
}

/** Paper is judged by the day it arrived, as a sent form is. */
async function openIfClosed(walk: Walk, to: string): Promise<void> {
  const open = await visit(walk, 'nobody', async (anyone) => {
    await anyone.open(`/${walk.city}/programmes/${to.split('/')[0]}`)
    return /受付中です|いつでも受け付けています/.test(await anyone.says())
  })
  if (!open) await openProgramme(walk, to)
}

/** Prints the letter for the post: the group has no mail address. */
async function printLetter(walk: Walk, ref: string): Promise<void> {
  await visit(walk, 'section', async (section) => {
    await section.open(`/${walk.city}/proposals/${ref}`)
    const words = await section.paper(`/${walk.city}/proposals/${ref}/letter.pdf`)
    expect(words).toContain(bare(elders(walk.city).name))
  })
}

/** Call once in a city's file: the main job of a group without mail. */
export function walkByPaper(city: keyof typeof places): void {
  const town = useTown()
  const [manner, given] = places[city]
  describe(`in ${city}`, () => {
    test(
      `a group without mail proposes, signs and evaluates on paper, and the section enters it ${manner}`,
      async () => {
        const walk = { town, city, given, group: onPaper }
        const title = `納涼まつりの見守り${given.width}`
        const ref = await proposeOnPaper(walk, title)
        await decide(walk, ref, title)
        await printLetter(walk, ref)
        await agree(walk, title)
        await evaluate(walk, await carryOut(walk, title), title)
      },
      MINUTES,
    )
  })
}

/** A name without blanks, for comparison with PDFs. */
function bare(name: string): string {
  return name.replace(/\s/g, '')
}
