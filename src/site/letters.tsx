import type { Actor } from '../platform/actor.ts'
import { findLetter, type Letter, letterBytes } from '../platform/letters/index.ts'
import { pdfAnswer } from '../platform/pdf/answer.ts'
import type { Rule } from '../platform/ruling.ts'
import { plainDateLabel, today } from '../platform/time/index.ts'
import { type Noun, subjectId } from '../platform/web/action/index.ts'
import { type Documents, defineDocument } from '../platform/web/index.ts'
import { Section } from '../ui/index.ts'

/** A letter as its subject's page may show it to one person. */
interface Issued<Thing> {
  thing: Thing
  letter: Letter
}

const hrefOf = (subject: string, { id }: Pick<Letter, 'id'>) => `${subject}/letters/${id}`

/** Every letter of a noun at its own address, byte for byte as it was issued, also after another has corrected it. */
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

/** The letters that were issued about a thing, the newest first; one that was corrected says so and stays. */
export function LetterList(props: { letters: readonly Letter[]; subject: string; heading: string; level?: 2 | 3 }) {
  const { letters, subject, heading, level = 3 } = props
  if (letters.length === 0) return null
  return (
    <Section heading={heading} level={level}>
      <ul>
        {letters.map((letter) => (
          <li>
            <a href={hrefOf(subject, letter)}>{titleOf(letter)}（PDF）</a>
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
