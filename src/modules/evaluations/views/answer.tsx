import { dateLabel, fiscalYearLabel } from '../../../platform/time/index.ts'
import { type FormState, type Frame, valueOf as typedIn, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  Details,
  Fieldset,
  FileField,
  Form,
  LinkList,
  Notice,
  RadioField,
  Section,
  SelectField,
  SubmitRow,
  Whole,
} from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { type Inside, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { QuestionField } from '../../questionnaires/index.ts'
import { asksSidesApart, fieldOf, openSeats, sheetFor, yearInUrl } from '../rules.ts'
import type { Answer, Round, Seat } from '../tables.ts'
import { urls } from '../urls.ts'

export interface Answering {
  project: Inside
  charter: Charter
  round: Round
  /** The one for which this person writes here; undefined when they stand for several and have not said which. */
  seat: Seat | undefined
  own: Answer[]
}

/** One side's own sheet; nothing of anybody else is on it. */
export function AnswerPage({ frame, form, data }: Views<undefined, Answering>) {
  const { project, charter, round, seat } = data
  const at = { city: frame.city.slug, ref: projectRef(project), year: yearInUrl(round.year) }
  const chosen = round.seats.find(({ id }) => id === typedIn(form, 'seat')) ?? seat
  const late = round.state !== 'answering'
  return (
    <CityPage
      frame={frame}
      title={`${fiscalYearLabel(round.year)}の${word(charter, 'evaluation', frame.lang)}に回答する`}
      eyebrow={project.title}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[
        { href: projects.show(at), label: project.title },
        { href: urls.show(at), label: word(charter, 'evaluation', frame.lang) },
      ]}
    >
      {chosen ? (
        <>
          <Notice heading={`「${chosen.name}」としての回答です`}>
            {late ? (
              <p>
                ほかの方の回答は、すでに開かれています。締切後の回答として残しますが、比べることや数えることには使いません。
              </p>
            ) : (
              <p>
                <Whole>
                  {`全員の回答がそろうまで、この回答はだれにも（市の職員にも）見えません。${dateLabel(round.due_on)}までにお送りください。書きかけは保存できます。`}
                </Whole>
              </p>
            )}
          </Notice>
          <Form form={form} enter="send" autosave={!late && chosen.answered_at === null}>
            <input type="hidden" name="seat" value={chosen.id} />
            <SheetFields form={form} charter={charter} side={chosen.side} lang={frame.lang} />
            <SubmitRow
              primary={chosen.answered_at === null ? '回答を送る' : '直した回答を送る'}
              act="send"
              secondary={chosen.answered_at === null && !late ? [{ act: 'save', label: '書きかけを保存する' }] : []}
              cancel={{ href: urls.show(at), label: '送らずに戻る' }}
            />
          </Form>
        </>
      ) : (
        <>
          <p>どの立場で回答しますか。一人が書けるのは、一つの立場だけです。</p>
          <LinkList
            links={openSeats(frame.actor, round).map((one) => ({
              href: urls.answer(at, { seat: one.id }),
              label: one.name,
            }))}
          />
        </>
      )}
    </CityPage>
  )
}

/** The charter's questions with its scale, phase by phase. */
export function SheetFields({
  form,
  charter,
  side,
  lang,
}: {
  form: FormState
  charter: Charter
  side?: string
  lang: Frame['lang']
}) {
  return (
    <>
      {sheetFor(charter, side).phases.map((phase) => (
        <Fieldset legend={label(phase.label, lang)} hint={label(phase.summary, lang) || undefined}>
          {phase.questions.map((question) => (
            <QuestionField form={form} name={fieldOf(phase.key, question.key)} question={question} lang={lang} />
          ))}
        </Fieldset>
      ))}
    </>
  )
}

/** What came on paper, typed in by staff; what is already in is not shown. */
export function PaperAnswerPage({
  frame,
  form,
  data,
}: Views<undefined, Pick<Answering, 'project' | 'charter' | 'round'>>) {
  const { project, charter, round } = data
  const at = { city: frame.city.slug, ref: projectRef(project), year: yearInUrl(round.year) }
  const missing = round.seats.filter(({ answered_at }) => answered_at === null)
  const asked = round.seats.find(({ id }) => id === (typedIn(form, 'seat') ?? frame.query.get('seat')))
  const chosen = missing.length === 1 ? missing[0] : missing.find(({ id }) => id === asked?.id)
  return (
    <CityPage
      frame={frame}
      title="紙や電話で届いた回答を入力する"
      eyebrow={project.title}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: urls.show(at), label: word(charter, 'evaluation', frame.lang) }]}
    >
      <Notice kind="warning" heading="入力した方は、ほかの立場の回答を書けません">
        <p>
          届いた回答の内容は、そろって開かれるまで、ほかの職員にも話さないでください。入力したあと、この画面でも見られなくなります。
        </p>
      </Notice>
      <Details summary="記入用の用紙（PDF）">
        <LinkList
          links={missing.map((seat) => ({
            href: urls.sheet(at, { seat: seat.id }),
            label: `「${seat.name}」の用紙を印刷する`,
          }))}
        />
      </Details>
      {chosen === undefined && asksSidesApart(charter) ? (
        <Section heading="だれの回答ですか" lead="立場によって問いがちがいます。">
          <LinkList
            links={missing.map((seat) => ({ href: urls.paperAnswer(at, { seat: seat.id }), label: seat.name }))}
          />
        </Section>
      ) : (
        <Form form={form} multipart enter="send">
          <SelectField
            form={form}
            name="seat"
            label="だれの回答か"
            required
            options={(chosen && asksSidesApart(charter) ? [chosen] : missing).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
          />
          <RadioField
            form={form}
            name="channel"
            label="どのように受け取ったか"
            required
            inline
            options={[
              { value: 'paper', label: '用紙' },
              { value: 'counter', label: '窓口' },
              { value: 'phone', label: '電話' },
            ]}
          />
          <FileField
            form={form}
            name="scan"
            label="用紙の写し"
            accept=".pdf,.jpg,.jpeg,.png"
            hint="用紙で受け取ったときは、かならず付けてください。開かれるまで、だれにも見えません。"
          />
          <SheetFields form={form} charter={charter} side={chosen?.side} lang={frame.lang} />
          <SubmitRow
            primary="回答として受け付ける"
            act="send"
            cancel={{ href: urls.show(at), label: '入力せずに戻る' }}
          />
        </Form>
      )}
    </CityPage>
  )
}
