import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { Details } from '../../../ui/index.ts'
import { when } from '../charter/days.ts'
import { Aside, Entries, LabelledSection, Origin } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { Words } from '../parts/words.tsx'
import type { Charter } from '../schema/charter.ts'
import { say } from '../words/pages.ts'

type Body = Charter['bodies'][number]

function BodiesPage({ frame }: Views<undefined, undefined>) {
  const { charter, lang } = frame
  return (
    <CharterPart frame={frame} here="bodies">
      {charter.bodies.map((body) => (
        <LabelledSection of={body} id={`body-${body.key}`}>
          <Origin entry={body} />
          {body.functions.length > 0 && <Entries entries={body.functions} ordered />}
          <Seats body={body} lang={lang} />
          <Meetings body={body} lang={lang} />
          <Inquiries body={body} lang={lang} />
        </LabelledSection>
      ))}
    </CharterPart>
  )
}

function Seats({ body: { seats, size, termYears }, lang }: { body: Body; lang: Frame['lang'] }) {
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

function Meetings({ body: { sessions, meetingTotal }, lang }: { body: Body; lang: Frame['lang'] }) {
  return (
    <>
      {sessions.length > 0 && (
        <Details summary={say.sessions[lang](sessions.length)}>
          <Entries
            entries={sessions.map((one) => ({ ...one, label: one.label ?? { ja: '' } }))}
            named={(one) => (
              <>
                {one.term && say.term[lang](one.term)}
                {one.number && `${say.session[lang](one.number)}　`}
                {one.on && `${when(one.on, lang)}　`}
                {one.label.ja && <Words of={one.label} />}
              </>
            )}
          >
            {(one) => (
              <>
                <Aside of={one.topics} />
                <Aside word={say.place[lang]} of={one.place} />
                {one.present !== undefined && <p class="small">{say.present[lang](one.present)}</p>}
                <Aside word={say.seating[lang]} of={one.seats} />
                <Aside word={say.outcome[lang]} of={one.outcome} />
              </>
            )}
          </Entries>
        </Details>
      )}
      {meetingTotal && (
        <p>{say.meetingTotal[lang](when(meetingTotal.until, lang), meetingTotal.meetings, meetingTotal.reports)}</p>
      )}
    </>
  )
}

/** What was asked of the body, when, why, and what it answered; a continued inquiry has a result and no answer. */
function Inquiries({ body: { inquiries }, lang }: { body: Body; lang: Frame['lang'] }) {
  if (inquiries.length === 0) return null
  return (
    <Entries entries={inquiries}>
      {({ putOn, reason, answeredOn, answer, result }) => (
        <>
          {(putOn || answeredOn) && (
            <p class="small">
              {putOn && say.putOn[lang](when(putOn, lang))}
              {answeredOn && `　${say.answeredOn[lang](when(answeredOn, lang))}`}
            </p>
          )}
          <Aside word={say.reason[lang]} of={reason} />
          {answer.length > 0 && <Entries entries={answer} />}
          <Aside word={say.result[lang]} of={result} />
        </>
      )}
    </Entries>
  )
}

export const bodiesPage = definePage({ who: 'anyone', translated: true, view: BodiesPage })
