import { urls as register } from '../modules/register/urls.ts'
import type { Standing } from '../platform/refusals.ts'
import type { Frame } from '../platform/web/index.ts'
import { sentenceIn } from '../platform/words/sentences.ts'
import { LinkList, Original, Section } from '../ui/index.ts'
import { cityWord } from './city.ts'
import { CityPage } from './frame.tsx'
import { before, contact, frontOf, number, troubleOf } from './words/errors.ts'
import { say } from './words/frame.ts'

/** A refusal or failure with its remedy. A sentence known in Japanese only is marked as Japanese. */
export function ErrorView(
  props: Standing & { frame: Frame; status: number; sentence: string; requestId?: string; from?: string },
) {
  const { frame, status, sentence, requestId, from } = props
  const back = props.back ?? (from ? { href: from, label: before[frame.lang] } : undefined)
  const { lang } = frame
  const { heading, remedy } = troubleOf(status)
  const why = sentence && (sentenceIn(lang, sentence) ?? <Original>{sentence}</Original>)
  // A caller that knows the case gives its own remedy; the usual advice would mislead.
  const said = lang === 'ja' ? props.heading : undefined
  return (
    <CityPage frame={frame} title={said ?? heading[lang]} lead={why || remedy[lang]}>
      {why && !said && <p>{remedy[lang]}</p>}
      {requestId && (
        <p>
          {number[lang]} <code>{requestId}</code>
        </p>
      )}
      <LinkList links={[...(back ? [back] : []), ...ways(frame)]} />
      <Contact frame={frame} />
    </CityPage>
  )
}

function Contact({ frame: { city, lang } }: { frame: Frame }) {
  if (!city) return null
  return (
    <Section heading={contact[lang]} id="contact">
      {city.contact[lang].map((line, at) => (
        <p>{line === city.contact.ja[at] ? <Original>{line}</Original> : line}</p>
      ))}
    </Section>
  )
}

function ways({ city, lang }: Frame) {
  if (!city) return [{ href: register.start(), label: say.start[lang] }]
  const at = { city: city.slug }
  return [
    { href: register.front(at), label: frontOf(city)[lang] },
    { href: register.projects(at), label: cityWord(city, 'register', lang) },
  ]
}
