import type { Frame, Views } from '../../../platform/web/index.ts'
import { Details, Section } from '../../../ui/index.ts'
import type { Charter } from '../schema.ts'
import { say } from '../words/pages.ts'
import { Aside, CharterPart, Entries, Origin, when } from './entries.tsx'
import { Words, WordsInLine } from './words.tsx'

type Body = Charter['bodies'][number]

/** Committees, coordinators, intermediaries, desks. */
export function BodiesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  return (
    <CharterPart frame={frame} here="bodies">
      {charter.bodies.map((body) => (
        <Section
          heading={<Words of={body.label} />}
          id={`body-${body.key}`}
          lead={body.summary && <Words of={body.summary} />}
        >
          <Origin entry={body} />
          {body.functions.length > 0 && <Entries entries={body.functions} ordered />}
          <Seats body={body} lang={lang} />
          <Meetings body={body} lang={lang} />
          {body.inquiries.length > 0 && (
            <Entries entries={body.inquiries}>{(one) => <Entries entries={one.answer} />}</Entries>
          )}
        </Section>
      ))}
    </CharterPart>
  )
}

function Seats({ body, lang }: { body: Body; lang: Frame['lang'] }) {
  const { seats, size, termYears } = body
  return (
    <>
      {seats.length > 0 && (
        <p>
          {say.seats[lang]}
          {seats.map((seat, at) => (
            <>
              {at > 0 && (lang === 'en' ? ', ' : '、')}
              <Words of={seat.label} />
              {seat.count ? ` ${say.sizeExactly[lang](seat.count)}` : ''}
            </>
          ))}
        </p>
      )}
      {size && (
        <p>
          {say.size[lang]}
          {size.exactly ? say.sizeExactly[lang](size.exactly) : say.sizeAtMost[lang](size.most ?? 0)}
        </p>
      )}
      {termYears && <p>{say.termYears[lang](termYears)}</p>}
    </>
  )
}

function Meetings({ body, lang }: { body: Body; lang: Frame['lang'] }) {
  const { sessions, meetingTotal } = body
  return (
    <>
      {sessions.length > 0 && (
        <Details summary={say.sessions[lang](sessions.length)}>
          <Entries
            entries={sessions.map((one) => ({ ...one, label: one.label ?? { ja: '' } }))}
            named={(one) => (
              <>
                {one.number && `${say.session[lang](one.number)}　`}
                {one.on && `${when(one.on, lang)}　`}
                {one.label.ja && <Words of={one.label} />}
              </>
            )}
          >
            {(one) =>
              one.topics.length > 0 && (
                <Aside>
                  <WordsInLine of={one.topics} />
                </Aside>
              )
            }
          </Entries>
        </Details>
      )}
      {meetingTotal && (
        <p>{say.meetingTotal[lang](when(meetingTotal.until, lang), meetingTotal.meetings, meetingTotal.reports)}</p>
      )}
    </>
  )
}

/** What the document sets out to do, its programmes, and the problems it names. */
export function InitiativesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  return (
    <CharterPart frame={frame} here="initiatives">
      {charter.initiativeGroups.map((group) => (
        <Section heading={<Words of={group.label} />} id={`group-${group.key}`}>
          <Entries
            entries={charter.initiatives.filter((one) => one.group === group.key).sort((a, b) => a.order - b.order)}
            ordered
          >
            {(one) => (one.parts.length > 0 ? <Entries entries={one.parts} /> : null)}
          </Entries>
        </Section>
      ))}
      <Section heading={say.schemes[lang]} id="programmes">
        <Entries entries={charter.programmes} />
      </Section>
      {charter.problems.length > 0 && (
        <Section heading={say.problems[lang]} id="problems">
          <Entries entries={charter.problems}>
            {(one) =>
              one.remedies.length > 0 ? (
                <Aside word={say.remedies[lang]}>
                  <WordsInLine of={one.remedies} />
                </Aside>
              ) : null
            }
          </Entries>
        </Section>
      )}
    </CharterPart>
  )
}
