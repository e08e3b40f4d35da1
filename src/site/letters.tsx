import type { Actor } from '../platform/actor.ts'
import { findLetter, type Letter, letterBytes } from '../platform/letters/index.ts'
import { pdfAnswer } from '../platform/pdf/index.ts'
import type { Rule } from '../platform/ruling.ts'
import { plainDateLabel, today } from '../platform/time/index.ts'
import { type Noun, subjectId } from '../platform/web/action/index.ts'
import { type Documents, defineDocument } from '../platform/web/index.ts'
import { Section } from '../ui/index.ts'

interface Issued<Thing> {
  thing: Thing
  letter: Letter
}

/** The own address of a letter, below its subject's address. */
export const letterHref = (subject: string, { id }: Pick<Letter, 'id'>): string => `${subject}/letters/${id}`

/** The letters of a noun, each at its own address, byte for byte as issued, also after a correction. */
export function letterDocuments<Thing extends object>(
  subject: Noun<Thing>,
  who: Rule<[actor: Actor, thing: Thing, now: Date]>,
): Documents {
  const document = defineDocument({
    who: (actor: Actor, { thing }: Issued<Thing>, now: Date) => who.why(actor, thing, now),
    rule: who,
    load: async (c): Promise<Issued<Thing> | undefined> => {
      const thing = await subject.find(c)
      const letter =
        thing && (await findLetter(c.db, { kind: subject.kind, id: subjectId(thing) }, c.params.letter ?? ''))
      return thing && letter && { thing, letter }
    },
    answer: async ({ data: { letter }, door }) =>
      pdfAnswer(await letterBytes(door, letter), `${letter.number ?? letter.title}.pdf`),
  })
  return { [`${subject.url.pattern}/letters/:letter`]: document }
}

/** The letters about a thing, newest first; a corrected one stays and is marked. */
export function LetterList(props: { letters: readonly Letter[]; subject: string; heading: string; level?: 2 | 3 }) {
  const { letters, subject, heading, level = 3 } = props
  if (letters.length === 0) return null
  return (
    <Section heading={heading} level={level}>
      <ul>
        {letters.map((letter) => (
          <li>
            <a href={letterHref(subject, letter)}>{titleOf(letter)}（PDF）</a>
            {correctedBy(letter, letters)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const titleOf = ({ number, title, issued_at }: Letter) =>
  [plainDateLabel(today(issued_at)), number, title].filter(Boolean).join('　')

function correctedBy({ id }: Letter, letters: readonly Letter[]) {
  const later = letters.find(({ corrects }) => corrects === id)
  return later && <p class="quiet">この通知は、{titleOf(later)}で改められています。</p>
}
