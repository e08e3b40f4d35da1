import { expect, test } from 'vitest'
import { settings } from '../../../../demo/cast.ts'
import { sixthCity } from '../../../../test/charters.ts'
import { charterOf } from '../../../../test/rounds.ts'
import type { Charter } from './charter.ts'
import { checkReferences, lists, type Path, textsAt } from './references.ts'

const charters = [...settings.map(({ slug }) => charterOf(`charters/${slug}`)), sixthCity]

function saidOf(charter: Charter): string[] {
  const said: string[] = []
  checkReferences(charter, (path, ja, en) => said.push(`${path.join('.')}: ${ja} ${en}`))
  return said
}

/** Writes another text at a place. */
function put(whole: unknown, path: Path, text: string) {
  const last = path.at(-1) ?? ''
  const holder = path.slice(0, -1).reduce((at, step) => (at as Record<string, unknown>)[step], whole)
  Object.assign(holder as object, { [last]: text })
}

test.each(Object.values(lists).flatMap(({ named }) => named))(
  'an entry that does not exist is refused where %s names it',
  (place) => {
    const met = charters.flatMap((charter) => textsAt(charter, place).map(({ path }) => ({ charter, path })))[0]
    if (!met) throw new Error('some charter must name an entry here')
    const spoilt = structuredClone(met.charter)
    put(spoilt, met.path, 'nowhere')
    expect(saidOf(spoilt)).toEqual([expect.stringMatching(/: 「nowhere」.+"nowhere" is not among/)])
    expect(saidOf(spoilt)[0]).toContain(`${met.path.join('.')}:`)
  },
)

test.each(charters.map((one) => [one.city.slug, one] as const))('every entry that %s names exists', (_, charter) =>
  expect(saidOf(charter)).toEqual([]),
)
