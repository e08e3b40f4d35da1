import { ensure, standing } from '../../../platform/ruling.ts'
import { definePage, type Frame, flatten, type Reading, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Form, SubmitRow } from '../../../ui/index.ts'
import { asTyped } from '../../questionnaires/index.ts'
import { reviseProposal } from '../actions/index.ts'
import { mayEdit } from '../may.ts'
import { SheetFields, sheetWording } from '../parts/fields.tsx'
import { OwnPaper } from '../parts/own-paper.tsx'
import { DraftForm, type DraftInput } from '../proposal/draft.ts'
import { numberLabel, programmeName, titleOf } from '../proposal/proposal.ts'
import { findAddressed } from '../queries/one.ts'
import { type Writing, writingOf } from '../queries/writing.ts'
import { crumbs, proposal as subject } from '../subject.tsx'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { saveDraft } from '../writes/draft.ts'
import { WritingNotices } from './writing-notices.tsx'

/** Shows missing answers only when the address asks for the check. */
function EditPage({ frame, form, data }: Views<undefined, Writing>) {
  const { proposal, sheet, files, charter } = data
  const here = { city: frame.city.slug, ref: refOf(proposal) }
  const inTalks = proposal.state === 'in_talks'
  const checked = frame.query.has('check') ? { ...form, errors: { ...data.problems, ...form.errors } } : form
  return (
    <CityPage
      frame={frame}
      title={inTalks ? '話し合いをふまえて内容を改める' : titleOf(proposal)}
      eyebrow={`${proposal.party_name}　${programmeName(charter, proposal, frame.lang)}`}
      lead={inTalks ? reviseProposal.lead(proposal) : undefined}
      invalid={Object.keys(checked.errors).length > 0}
      breadcrumbs={[...crumbs(frame), { href: urls.show(here), label: numberLabel(charter, proposal) || '下書き' }]}
    >
      <WritingNotices frame={frame} data={data} />
      <Form form={checked} multipart autosave={!inTalks} enter={inTalks ? undefined : 'save'}>
        {inTalks && <OwnPaper frame={frame} form={checked} thing={proposal} />}
        <SheetFields form={checked} sheet={sheet} files={files} lang={frame.lang} />
        {inTalks ? (
          <Revision frame={frame} proposal={proposal} back={urls.show(here)} />
        ) : (
          <SubmitRow
            primary="保存して、提出前の確認へ進む"
            secondary={[{ act: 'save', label: '下書き保存' }]}
            cancel={{ href: urls.show(here), label: '書くのをやめて戻る' }}
          />
        )}
      </Form>
    </CityPage>
  )
}

function Revision({ frame, proposal, back }: { frame: Frame; proposal: Proposal; back: string }) {
  return (
    <>
      <ul>
        {reviseProposal.tells().map(({ announcement }) => (
          <li>{announcement}</li>
        ))}
      </ul>
      <SubmitRow
        primary={reviseProposal.confirm(proposal, frame.actor)}
        cancel={{ href: back, label: reviseProposal.leave(proposal) }}
      />
    </>
  )
}

/** The page where the text is written: a draft is saved, which is no act; in the talks the text is revised. */
export const editPage = definePage({
  who: (actor, { proposal }: Writing) => mayEdit.why(actor, proposal),
  load: writing,
  view: EditPage,
  form: DraftForm,
  blank: ({ proposal: { title, theme, contents }, sheet }) =>
    flatten({ title, theme, answers: asTyped(sheet, contents) }),
  revision: ({ proposal }) => String(proposal.revision),
  wording: ({ sheet }, lang) => sheetWording(sheet, lang),
  submit: async (c, input, { proposal }) => {
    const here = { city: c.city.slug, ref: refOf(proposal) }
    if (proposal.state !== 'in_talks') {
      await saveDraft(c, proposal, input)
      return urls.submission(here)
    }
    await reviseProposal(c, proposal, input)
    return { to: urls.show(here), flash: '内容を改めました。改める前の文章も残っています。' }
  },
  acts: {
    save: {
      form: DraftForm,
      repeatable: true,
      submit: async (c, input: DraftInput, { proposal }) => {
        const saved = await saveDraft(c, proposal, input)
        const to = urls.edit({ city: c.city.slug, ref: refOf(saved) })
        return { to, flash: '下書きを保存しました。', revision: String(saved.revision) }
      },
    },
  },
})

/** Throws the ruling with a link back to the proposal where this person may not write now. */
async function writing(c: Reading): Promise<Writing | undefined> {
  const found = await findAddressed(c)
  if (!found) return undefined
  const back = { href: urls.show({ city: c.city.slug, ref: refOf(found) }), label: subject.back ?? '' }
  const ruling = mayEdit.why(c.actor, found)
  ensure(ruling.allowed ? ruling : standing(ruling, { ...ruling.standing, back }))
  return writingOf(c, found)
}
