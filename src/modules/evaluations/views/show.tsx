import { dateLabel, fiscalYearLabel, plainDateLabel, today } from '../../../platform/time.ts'
import type { Frame } from '../../../platform/web/index.ts'
import {
  Badge,
  ButtonLink,
  ButtonRow,
  DataTable,
  Details,
  LinkList,
  Notice,
  Paragraphs,
  ScalePair,
  Section,
  SummaryList,
  Whole,
} from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { decisionLabel, type Inside, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { lifecycle } from '../lifecycle.ts'
import {
  type Compared,
  canAnswer,
  canClose,
  canConsent,
  canDecide,
  canEnterConsent,
  canEnterPaper,
  canExtend,
  canRelease,
  canRetract,
  canTalk,
  compare,
  counted,
  openSeats,
  talkAwaited,
  yearInUrl,
} from '../rules.ts'
import type { PublicCopy, Round, SeatAnswer } from '../tables.ts'
import { urls } from '../urls.ts'

export interface Opened {
  project: Inside
  charter: Charter
  round: Round
  /** Empty until it is opened. */
  answers: SeatAnswer[]
}

const placeOf = (frame: Frame, project: { fiscal_year: number; number: number }, year: number) => ({
  city: frame.city.slug,
  ref: projectRef(project),
  year: yearInUrl(year),
})

/** A year's evaluation for those who take part in it: who has answered; once opened, all answers side by side. */
export function RoundPage({ frame, project, charter, round, answers }: Opened & { frame: Frame }) {
  const at = placeOf(frame, project, round.year)
  const name = word(charter, 'evaluation', frame.lang)
  return (
    <CityPage
      frame={frame}
      title={`${fiscalYearLabel(round.year)}の${name}`}
      eyebrow={project.title}
      breadcrumbs={[{ href: projects.show(at), label: project.title }]}
    >
      <p>
        <Badge tone={lifecycle.states[round.state].tone}>{lifecycle.label(round.state)}</Badge>{' '}
        {lifecycle.states[round.state].meaning}
      </p>
      <Buttons frame={frame} project={project} charter={charter} round={round} answers={answers} />
      <Seats round={round} charter={charter} />
      <MoreWays frame={frame} project={project} charter={charter} round={round} answers={answers} />
      {round.state !== 'answering' && (
        <>
          <SideBySide charter={charter} round={round} answers={answers} lang={frame.lang} />
          <Late charter={charter} round={round} answers={answers} />
          <Talk charter={charter} round={round} />
          <Conclusion project={project} charter={charter} />
        </>
      )}
    </CityPage>
  )
}

function Buttons({ frame, project, charter, round }: Opened & { frame: Frame }) {
  const { actor } = frame
  const at = placeOf(frame, project, round.year)
  const talk = charter.evaluation.jointTalk.label.ja
  const waiting = openSeats(actor, round).some(({ answered_at }) => answered_at === null)
  const buttons = [
    canAnswer(actor, round) === true && { href: urls.answer(at), label: waiting ? '回答する' : '回答を直す' },
    canTalk(actor, project, round) === true && {
      href: urls.jointTalk(at),
      label: round.talked_on ? `${talk}の記録を直す` : `${talk}を記録する`,
    },
    round.state !== 'answering' &&
      !talkAwaited(charter, round) &&
      canDecide(actor, project) === true && { href: urls.decision(at), label: 'これからを決める' },
    canConsent(actor, round, charter) === true && { href: urls.consent(at), label: '公表に同意する' },
    canEnterConsent(actor, round, charter) === true &&
      !round.published_at && { href: urls.paperConsent(at), label: '紙で届いた同意を入力する' },
    canRelease(actor, project, round, charter) === true && { href: urls.release(at), label: '公表する' },
  ].filter((one): one is { href: string; label: string } => Boolean(one))
  return (
    <>
      {buttons.length > 0 && (
        <ButtonRow>
          {buttons.map((one, index) => (
            <ButtonLink href={one.href} kind={index === 0 ? 'primary' : 'secondary'}>
              {one.label}
            </ButtonLink>
          ))}
        </ButtonRow>
      )}
    </>
  )
}

/** What the section does with it, and the sheet for whoever writes by hand. */
function MoreWays({ frame, project, round }: Opened & { frame: Frame }) {
  const { actor, now } = frame
  const at = placeOf(frame, project, round.year)
  const links = [
    canEnterPaper(actor, round) === true && { href: urls.paperAnswer(at), label: '紙や電話で届いた回答を入力する' },
    canClose(actor, round, today(now)) === true && { href: urls.closing(at), label: '締め切って開く' },
    canExtend(actor, round) === true && { href: urls.extension(at), label: '期日を延ばす' },
    canRetract(actor, round) === true && { href: urls.retraction(at), label: '公表をやめる' },
    { href: urls.sheet(at), label: '記入用の用紙（PDF）' },
  ].filter((one): one is { href: string; label: string } => Boolean(one))
  return <LinkList links={links} label="そのほかの手続き" />
}

const channels: Record<string, string> = { paper: '用紙', phone: '電話', counter: '窓口' }

function Seats({ round, charter }: { round: Round; charter: Charter }) {
  const open = round.state === 'answering'
  const said = (seat: Round['seats'][number]) => {
    if (seat.answered_at === null) return open ? 'まだ' : '回答がありませんでした'
    const how = seat.channel && channels[seat.channel] ? `（${channels[seat.channel]}で受付）` : ''
    return `${seat.late ? '締切後に届きました（数えていません）' : '回答しました'}${how}`
  }
  return (
    <Section heading="回答した方" id="seats" lead={open ? `回答の期日は、${dateLabel(round.due_on)}です。` : undefined}>
      {round.closed_at && (
        <Notice kind="warning" heading="そろわないまま、期日に締め切って開きました">
          <p>{plainDateLabel(today(round.closed_at))}に、協働の担当課が締め切りました。</p>
          {round.closing_reason && <Paragraphs text={round.closing_reason} />}
        </Notice>
      )}
      <DataTable
        caption="回答の状況"
        rows={round.seats}
        columns={[
          { label: '回答する方', heading: true, cell: ({ name }) => name },
          {
            label: '立場',
            cell: (seat) => label(charter.evaluation.sides.find(({ key }) => key === seat.side)?.label),
          },
          { label: '回答', cell: said },
          ...(open
            ? []
            : [
                {
                  label: '公表への同意',
                  cell: (seat: Round['seats'][number]) => (seat.consented_at ? '同意しました' : 'まだ'),
                },
              ]),
        ]}
      />
    </Section>
  )
}

/** Where a mark stands on the line: grades are drawn one step apart, whatever their values. */
function lineOf(charter: Charter) {
  const grades = [...charter.evaluation.scale.grades].sort((a, b) => a.value - b.value)
  const place = (mark: string | null | undefined) => {
    const at = grades.findIndex((one) => one.mark === mark)
    return at < 0 ? undefined : at + 1
  }
  return { grades, place, numbered: charter.evaluation.scale.style === 'numbered' }
}

/** All answers beside each other, the largest difference first: what the talk begins with. */
function SideBySide({
  charter,
  round,
  answers,
  lang,
}: Pick<Opened, 'charter' | 'round' | 'answers'> & { lang: Frame['lang'] }) {
  const rows = compare(charter, round.seats, answers)
  const apart = rows.filter(({ difference }) => difference !== undefined && difference > 0)
  const rest = rows.filter((row) => !apart.includes(row) && row.question.kind === 'scale')
  const words = rows.filter((row) => row.question.kind === 'words')
  const draw = (row: Compared) => <OneQuestion charter={charter} round={round} row={row} lang={lang} />
  return (
    <Section
      heading="並べて見る"
      id="compare"
      lead="違いの大きいところから並べています。違いは、どちらが正しいかではなく、話し合いの入口です。"
    >
      {apart.length > 0 ? apart.map(draw) : <p>差のある問いはありませんでした。</p>}
      {rest.length > 0 && (
        <Details summary={`同じ評価、または比べられない問い（${rest.length}）`}>{rest.map(draw)}</Details>
      )}
      {words.length > 0 && (
        <>
          <h3>ことばで答えた問い</h3>
          {words.map(draw)}
        </>
      )}
    </Section>
  )
}

function OneQuestion({
  charter,
  round,
  row,
  lang,
}: Pick<Opened, 'charter' | 'round'> & { row: Compared; lang: Frame['lang'] }) {
  const { grades, place, numbered } = lineOf(charter)
  const grade = (mark: string) => label(grades.find((one) => one.mark === mark)?.label, lang)
  const question = `${row.phaseLabel}　${label(row.question.label, lang)}`
  const note = round.talk_notes[`${row.phase}.${row.question.key}`]
  const theirs = round.seats.flatMap((seat, at) =>
    counted(seat) || seat.answered_at === null ? [{ seat, answer: row.answers[at] }] : [],
  )
  const said = theirs.filter(({ answer }) => answer?.words)
  return (
    <div class="flow">
      {row.question.kind === 'scale' ? (
        <ScalePair
          question={question}
          max={grades.length}
          ends={[label(grades[0]!.label, lang), label(grades.at(-1)!.label, lang)]}
          scores={theirs.map(({ seat, answer }) => ({
            side: seat.name,
            score: place(answer?.mark),
            mark: numbered ? undefined : (answer?.mark ?? undefined),
            words: answer?.mark ? grade(answer.mark) : undefined,
          }))}
        />
      ) : (
        <p>
          <strong>{question}</strong>
        </p>
      )}
      {said.length > 0 && (
        <dl class="summary">
          {said.map(({ seat, answer }) => (
            <div>
              <dt>{seat.name}</dt>
              <dd>
                <span class="as-typed">{answer!.words}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {note && (
        <p>
          <strong>話し合って確かめたこと：</strong>
          <span class="as-typed">{note}</span>
        </p>
      )}
    </div>
  )
}

function Late({ charter, round, answers }: Pick<Opened, 'charter' | 'round' | 'answers'>) {
  const late = round.seats.filter((seat) => seat.late)
  if (late.length === 0) return null
  const phases = compare(charter, round.seats, answers)
  return (
    <Details summary={`締切後に届いた回答（${late.map(({ name }) => name).join('、')}）`}>
      <p>ほかの回答が開かれたあとに届いたものです。残しておきますが、比べることや数えることには使いません。</p>
      {late.map((seat) => {
        const at = round.seats.indexOf(seat)
        return (
          <SummaryList
            facts={phases.flatMap((row) => {
              const answer = row.answers[at]
              if (!answer) return []
              return [
                { label: label(row.question.label), value: [answer.mark, answer.words].filter(Boolean).join('　') },
              ]
            })}
          />
        )
      })}
    </Details>
  )
}

function Talk({ charter, round }: { charter: Charter; round: Round }) {
  const name = charter.evaluation.jointTalk.label.ja
  return (
    <Section heading={name} id="talk">
      {round.talked_on ? (
        <>
          <SummaryList
            facts={[
              { label: '日', value: dateLabel(round.talked_on) },
              { label: '出た方', value: <span class="as-typed">{round.talk_people}</span> },
            ]}
          />
          <h3>話し合って確かめたこと</h3>
          <Paragraphs text={round.talk_agreed} />
        </>
      ) : (
        <p>
          {charter.evaluation.jointTalk.required ? `${name}の記録が、まだありません。` : `${name}の記録はありません。`}
        </p>
      )}
    </Section>
  )
}

function Conclusion({ project, charter }: Pick<Opened, 'project' | 'charter'>) {
  if (!project.decision || !project.decided_on) return null
  return (
    <Section heading={`これからのこと：${decisionLabel(charter, project.decision)}`} id="decision">
      <p>
        <Whole>{`${dateLabel(project.decided_on)}に決まりました。`}</Whole>
      </p>
      <Paragraphs text={project.decision_reasons} />
    </Section>
  )
}

export interface Released {
  project: { title: string; fiscal_year: number; number: number }
  charter: Charter
  year: number
  copy: PublicCopy
  published_at: Date
}

/** A released evaluation as everyone reads it. */
export function PublicRoundPage({ frame, project, charter, year, copy, published_at }: Released & { frame: Frame }) {
  const at = placeOf(frame, project, year)
  const name = word(charter, 'evaluation', frame.lang)
  const missing = copy.sides.filter((side) => side.missing)
  return (
    <CityPage
      frame={frame}
      title={`${fiscalYearLabel(year)}の${name}`}
      eyebrow={project.title}
      lead={`かかわった${copy.sides.length}者が、たがいの回答を見ずにそれぞれ答え、${plainDateLabel(copy.opened_on)}に開きました。`}
      breadcrumbs={[{ href: projects.show(at), label: project.title }]}
    >
      {missing.length > 0 && (
        <Notice heading="期日までに回答がなかった方">
          {missing.map((side) => `${side.name}${side.late ? '（締切後に届きました）' : ''}`).join('、')}
        </Notice>
      )}
      {copy.decision && (
        <Section heading={`これからのこと：${copy.decision.label}`} id="decision">
          <p>
            <Whole>{`${dateLabel(copy.decision.on)}に決まりました。`}</Whole>
          </p>
          <Paragraphs text={copy.decision.reasons} />
        </Section>
      )}
      {copy.summary && copy.summary.length > 0 && (
        <DataTable
          caption="まとめ"
          rows={copy.summary}
          columns={[
            { label: '段階', heading: true, cell: (one) => one.phase },
            { label: '中ほどの評価', cell: (one) => one.usual },
            { label: '問いの数', numeric: true, cell: (one) => one.questions },
            { label: 'そろって同じ評価の問い', numeric: true, cell: (one) => one.alike },
          ]}
        />
      )}
      {copy.questions && copy.questions.length > 0 && <PublicQuestions copy={copy} />}
      {copy.talk && (
        <Section heading={charter.evaluation.jointTalk.label.ja} id="talk">
          <p>
            <Whole>{`${dateLabel(copy.talk.on)}に、${copy.talk.people}が話し合いました。`}</Whole>
          </p>
          <Paragraphs text={copy.talk.agreed} />
          {copy.talk.notes.length > 0 && (
            <SummaryList facts={copy.talk.notes.map(({ question, text }) => ({ label: question, value: text }))} />
          )}
        </Section>
      )}
      <p class="small">
        <Whole>{`${dateLabel(today(published_at))}に公表しました。`}</Whole>
      </p>
    </CityPage>
  )
}

function PublicQuestions({ copy }: { copy: PublicCopy }) {
  const { scale, sides } = copy
  return (
    <Section heading="それぞれの回答" id="compare">
      {copy.questions!.map((row) => (
        <div class="flow">
          {row.answers.some(({ place }) => place !== undefined) ? (
            <ScalePair
              question={`${row.phase}　${row.question}`}
              max={scale.steps}
              ends={[scale.low, scale.high]}
              scores={sides.map((side, at) => {
                const answer = row.answers.find((one) => one.side === at)
                return {
                  side: side.name,
                  score: answer?.place,
                  mark: scale.numbered ? undefined : answer?.mark,
                  words: answer?.label,
                }
              })}
            />
          ) : (
            <p>
              <strong>{`${row.phase}　${row.question}`}</strong>
            </p>
          )}
          {row.answers.some(({ words }) => words) && (
            <SummaryList
              facts={row.answers.flatMap((one) =>
                one.words ? [{ label: sides[one.side]!.name, value: <span class="as-typed">{one.words}</span> }] : [],
              )}
            />
          )}
        </div>
      ))}
    </Section>
  )
}
