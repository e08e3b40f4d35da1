import { expect, test } from 'vitest'
import { settings } from '../demo/cast.ts'
import { type Charter, guideStep, label } from '../src/modules/charters/index.ts'
import { urls as charters } from '../src/modules/charters/urls.ts'
import { type Sheet, sheetOf } from '../src/modules/programmes/index.ts'
import { urls as programmes } from '../src/modules/programmes/urls.ts'
import { useWorld } from './world.ts'

const w = useWorld()
const pages = [
  charters.show,
  charters.principles,
  charters.forms,
  charters.parties,
  charters.evaluation,
  charters.bodies,
  charters.figures,
  charters.initiatives,
  charters.history,
  charters.versions,
]

test.each(settings.map((one) => one.slug))(
  'everything that the charter of %s takes from its documents can be read',
  (slug) =>
    w.inCity(slug, async (c) => {
      const nobody = c.as('nobody')
      const read: string[] = []
      for (const page of pages) read.push((await nobody.get(page({ city: slug }))).says)
      for (const { key, tracks } of c.charter.programmes) {
        read.push((await nobody.get(programmes.show({ city: slug, key }))).says)
        for (const track of tracks) read.push(...askedOn(sheetOf(c.charter, key, track.key)))
      }
      for (const answers of waysThrough(c.charter))
        read.push((await nobody.get(charters.guide({ city: slug }, answers))).says)
      const text = flat(read.join(' '))
      const hidden = entriesOf(c.charter).filter(({ ja }) => !text.includes(flat(ja)))
      expect(hidden.map(({ path, ja }) => `${path}: ${ja}`)).toEqual([])
    }),
)

const flat = (words: string) => words.replace(/\s+/g, '')

/** Every entry that refers to an item of the city's documents, with its label. */
function entriesOf(value: unknown, path = ''): { path: string; ja: string }[] {
  if (Array.isArray(value))
    return value.flatMap((one, at) => entriesOf(one, `${path}.${(one as { key?: string })?.key ?? at}`))
  if (!value || typeof value !== 'object') return []
  const { source, label } = value as { source?: string[]; label?: { ja: string } }
  const own = source?.length && label?.ja ? [{ path, ja: label.ja }] : []
  return [...own, ...Object.entries(value).flatMap(([name, one]) => entriesOf(one, path ? `${path}.${name}` : name))]
}

/** Every path through the guide, to its questions and its ends. */
function waysThrough(charter: Charter, answers: Record<string, string> = {}): Record<string, string>[] {
  const { question } = guideStep(charter, answers)
  const on = question?.answers.flatMap(({ key }) => waysThrough(charter, { ...answers, [question.key]: key })) ?? []
  return [answers, ...on]
}

/** The questions of a form, on the screen and on paper alike. */
const askedOn = ({ sections }: Sheet): string[] =>
  sections.flatMap((section) => [label(section.label), ...section.fields.map((field) => label(field.label))])
