import type { AttachedFile } from '../../../platform/files/index.ts'
import { urls as fileUrls } from '../../../platform/files/urls.ts'
import type { Entry } from '../../../platform/record/index.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import type { Frame, Lang } from '../../../platform/web/index.ts'
import {
  Badge,
  type BadgeTone,
  FileList,
  fieldId,
  Section,
  Spoken,
  type Step,
  Steps,
  SummaryList,
} from '../../../ui/index.ts'
import { type Charter, label, programme, Words, word } from '../../charters/index.ts'
import { AnswerText, answerKey, fieldName, isBlank } from '../../questionnaires/index.ts'
import { type Decision, lifecycle } from '../lifecycle.ts'
import type { Seen } from '../queries/one.ts'
import { numberLabel, type Proposal } from '../tables.ts'
import { urls } from '../urls.ts'
import { decisionWords } from './say.ts'

const toneOf: Record<string, BadgeTone> = {
  adopted: 'done',
  conditionally_adopted: 'done',
  not_adopted: 'ended',
  deferred: 'waiting',
}

/** The state in its word; once decided, the decision itself. */
export function StateBadge({
  charter,
  proposal,
}: {
  charter: Charter
  proposal: Pick<Proposal, 'state' | 'decision' | 'programme'>
}) {
  const { state, decision } = proposal
  if (state === 'decided' && decision)
    return (
      <Badge tone={toneOf[decision]}>
        <DecisionName charter={charter} programme={proposal.programme} decision={decision} />
      </Badge>
    )
  return (
    <Badge tone={lifecycle.states[state].tone}>
      <Spoken>{lifecycle.label(state)}</Spoken>
    </Badge>
  )
}

/** What the programme calls a decision, or the usual word. */
export function DecisionName(props: { charter: Charter; programme: string; decision: Decision }) {
  const { charter, programme: key, decision } = props
  const named = programme(charter, key)?.decisions.find((one) => one.key.replaceAll('-', '_') === decision)
  return named ? <Words of={named.label} /> : <Spoken>{decisionWords[decision]}</Spoken>
}

export const at = (frame: Frame, ref: string) => ({ city: frame.city.slug, ref })

export const titleOf = (proposal: Pick<Proposal, 'title'>) => proposal.title || '（題名はまだありません）'

export function crumbs(frame: Frame) {
  return [{ href: urls.list({ city: frame.city.slug }), label: word(frame.charter, 'proposal', frame.lang) }]
}

/** 協働事業提案制度（市民等からの提案）. */
export function programmeName(charter: Charter, proposal: Pick<Proposal, 'programme' | 'track'>, lang?: Lang): string {
  const found = programme(charter, proposal.programme)
  const track = found?.tracks.find(({ key }) => key === proposal.track)
  const name = label(found?.label, lang) || proposal.programme
  return track && found!.tracks.length > 1 ? `${name}（${label(track.label, lang)}）` : name
}

export function eyebrowOf(charter: Charter, proposal: Proposal): string {
  return [numberLabel(charter, proposal) || lifecycle.label(proposal.state), programmeName(charter, proposal)].join(
    '　',
  )
}

const way = ['submitted', 'accepted', 'in_talks', 'under_review', 'decided'] as const
const wayLabels = { submitted: '提出', accepted: '受理', in_talks: '話し合い', under_review: '審査', decided: '決定' }

/** The entry of the record by which each step was reached. */
const reachedBy = {
  submitted: 'proposal.submitted',
  accepted: 'proposal.accepted',
  in_talks: 'proposal.talks-opened',
  under_review: 'proposal.review-began',
  decided: 'proposal.decided',
}

/** Where the proposal is on its way, and since when; a returned one is back at its submission. */
export function WaySteps({ proposal, entries }: { proposal: Pick<Proposal, 'state'>; entries: Entry[] }) {
  const { state } = proposal
  if (state === 'withdrawn' || state === 'declined') return null
  const here = state === 'draft' ? -1 : way.indexOf(state === 'returned' ? 'submitted' : state)
  const steps: Step[] = way.map((step, index) => {
    const reached = entries.findLast((entry) => entry.kind === reachedBy[step])
    return {
      label: wayLabels[step],
      state: index < here || (state === 'decided' && index === here) ? 'done' : index === here ? 'here' : 'ahead',
      when: reached && index <= here ? shortDay(reached.at) : undefined,
    }
  })
  return <Steps label="この提案の歩み" steps={steps} />
}

const shortDay = (at: Date) => plainDateLabel(today(at)).replace(/^.*年/, '')

/** The answers as they stand, section by section, under the questions of the city's own form. */
export function Answers({ seen, frame, edit, level = 2 }: { seen: Seen; frame: Frame; edit?: string; level?: 2 | 3 }) {
  const { sheet, proposal, files, charter } = seen
  const themes = sheet.themes.find(({ key }) => key === proposal.theme)
  return (
    <>
      {sheet.themes.length > 0 && <SummaryList facts={[{ label: '市からのテーマ', value: themes?.label }]} />}
      {sheet.sections.map((section) => (
        <Section heading={label(section.label, frame.lang)} level={level}>
          <SummaryList
            facts={section.fields.map((question) => {
              const key = answerKey(section, question)
              const attached = files.filter((file) => file.purpose === key)
              const answer = question.kind === 'files' ? attached.map(({ name }) => name) : proposal.contents[key]
              const text = <AnswerText question={question} answer={answer} files={listed(attached, frame)} />
              return {
                label: label(question.label, frame.lang),
                value: isBlank(question, answer) ? '' : text,
                change: edit ? { href: `${edit}#${fieldId(fieldName({ key, question }))}`, label: '直す' } : undefined,
              }
            })}
          />
        </Section>
      ))}
      {sheet.sections.length === 0 && (
        <p>{`この制度の様式は、${label(charter.city.contact.section)}にお尋ねください。`}</p>
      )}
    </>
  )
}

export function Files({ files, frame }: { files: Pick<AttachedFile, 'id' | 'name' | 'bytes'>[]; frame: Frame }) {
  return <FileList files={listed(files, frame)} />
}

const listed = (files: Pick<AttachedFile, 'id' | 'name' | 'bytes'>[], frame: Frame) =>
  files.map((file) => ({ href: fileUrl(frame, file), name: file.name, bytes: Number(file.bytes) }))

const fileUrl = (frame: Frame, file: { id: string; name: string }) =>
  fileUrls.file({ city: frame.city.slug, id: file.id, name: file.name })

export const channelLabels = {
  web: 'インターネット',
  paper: '郵送・書面',
  counter: '窓口',
  phone: '電話',
  system: 'システム',
}
