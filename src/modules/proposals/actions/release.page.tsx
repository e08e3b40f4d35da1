import type { VerbPage } from '../../../platform/web/action/index.ts'
import { labelled, type Wording } from '../../../platform/web/index.ts'
import { CheckboxGroup, Form, Paragraphs, Section, SubmitRow, SummaryList, TextAreaField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { answerLines } from '../../questionnaires/index.ts'
import { limits } from '../proposal/draft.ts'
import { decisionLabel, sheetIn } from '../proposal/proposal.ts'
import { publicSections, releasable } from '../proposal/searchable.ts'
import type { Proposal } from '../tables.ts'

export function ReleasePage(props: VerbPage<Proposal>) {
  const { frame, form, thing, verb, back } = props
  const { charter, programme, decision, contents, reasons } = thing
  const sheet = sheetIn(thing)
  const options = releasable(sheet, contents).map(({ key, question }) => ({
    value: key,
    label: label(question.label, frame.lang),
    hint: answerLines(question, contents[key]).join('　').slice(0, 80),
  }))
  return (
    <>
      <SummaryList
        facts={[
          { label: '決定', value: decision && decisionLabel(charter, programme, decision, frame.lang) },
          { label: '理由（そのまま公表されます）', value: <Paragraphs text={reasons} /> },
        ]}
      />
      <Form form={form}>
        <TextAreaField
          form={form}
          name="summary"
          label="要旨"
          required
          rows={4}
          maxlength={limits.summary}
          hint="はじめて読む方に、どんな提案かが伝わる一段落にしてください。"
        />
        {sheet.sections.length > 0 && (
          <CheckboxGroup
            form={form}
            name="keys"
            label="公表する部分"
            options={options}
            hint="添付のファイルと話し合いは公表されません。"
          />
        )}
        <Section heading={verb.question(thing)}>
          <ul>
            {verb.before(props).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Section>
        <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: verb.leave(thing) }} />
      </Form>
    </>
  )
}

/** The fields of a release in words. */
export function releaseWording(thing: Proposal): Wording {
  const parts = releasable(sheetIn(thing), thing.contents)
  return labelled({ summary: '要旨', keys: '公表する部分' }, (name, value) => {
    const found = name === 'keys' ? parts.find(({ key }) => key === value) : undefined
    return found && label(found.question.label)
  })
}

/** Returns what becomes public, in words, for the officer who confirms. */
export function releaseEntered(
  { charter, programme, decision, reasons, conditions, contents, ...rest }: Proposal,
  { summary, keys }: { summary: string; keys: readonly string[] },
): { label: string; value: string }[] {
  const sections = publicSections(sheetIn({ charter, programme, ...rest }), contents, keys)
  return [
    { label: '決定', value: decision ? decisionLabel(charter, programme, decision) : '' },
    { label: '理由（そのまま公表されます）', value: reasons },
    ...(conditions ? [{ label: '採択の条件（そのまま公表されます）', value: conditions }] : []),
    { label: '要旨', value: summary },
    ...sections.flatMap(({ heading, items }) =>
      items.map(({ label, lines }) => ({ label: `${heading}：${label}`, value: lines.join('\n') })),
    ),
  ]
}
