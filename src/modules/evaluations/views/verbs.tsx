import type { Child } from 'hono/jsx'
import { dateLabel, fiscalYearLabel } from '../../../platform/time.ts'
import type { Views } from '../../../platform/web/index.ts'
import {
  Badge,
  ConfirmPanel,
  DataTable,
  DateField,
  Details,
  EmptyState,
  Form,
  Notice,
  RadioField,
  Section,
  SubmitRow,
  TextAreaField,
  Whole,
} from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { decisionLabel, goesOn, type Inside, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { limits } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import type { listPublishedEvaluations, listRounds } from '../queries.ts'
import { compare, counted, isHere, seatsFor, yearInUrl, yearsToEvaluate } from '../rules.ts'
import type { Round, SeatAnswer } from '../tables.ts'
import { urls } from '../urls.ts'

export interface Handling {
  project: Inside
  charter: Charter
  round: Round
  answers: SeatAnswer[]
}
type Props = Views<undefined, Handling>

function VerbPage(
  props: Pick<Props, 'frame' | 'form'> & {
    project: Inside
    charter: Charter
    year?: number
    title: string
    children: Child
  },
) {
  const { frame, form, project, charter, year, title, children } = props
  const at = { city: frame.city.slug, ref: projectRef(project) }
  const round =
    year === undefined
      ? []
      : [
          {
            href: urls.show({ ...at, year: yearInUrl(year) }),
            label: `${fiscalYearLabel(year)}の${word(charter, 'evaluation')}`,
          },
        ]
  return (
    <CityPage
      frame={frame}
      title={title}
      eyebrow={project.title}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: projects.show(at), label: project.title }, ...round]}
    >
      {children}
    </CityPage>
  )
}

const back = ({ frame, data }: Pick<Props, 'frame' | 'data'>) => ({
  href: urls.show({ city: frame.city.slug, ref: projectRef(data.project), year: yearInUrl(data.round.year) }),
  label: '何もせずに戻る',
})
const of = ({ frame, form, data }: Props) => ({
  frame,
  form,
  project: data.project,
  charter: data.charter,
  year: data.round.year,
})

export function BeginPage({ frame, form, data }: Views<undefined, { project: Inside; charter: Charter }>) {
  const { project, charter } = data
  const name = word(charter, 'evaluation', frame.lang)
  const seats = seatsFor(charter, project.parties)
  const years = yearsToEvaluate(project)
  const last = Math.max(...project.fiscal_years)
  return (
    <VerbPage frame={frame} form={form} project={project} charter={charter} title={`${name}を始める`}>
      {years.length === 0 ? (
        <EmptyState>この事業のすべての年度で、{name}が始まっています。</EmptyState>
      ) : (
        <ConfirmPanel
          form={form}
          heading={`${name}を始めますか`}
          consequences={[
            `${seats.map((seat) => `「${seat.name}」`).join('')}の${seats.length}者に、それぞれ回答をお願いします。`,
            '全員の回答がそろうまで、だれの回答も、だれにも見えません。',
            ...(project.state === 'active' && years.includes(last)
              ? [`${fiscalYearLabel(last)}の${name}を始めると、事業は「評価待ち」になります。`]
              : []),
          ]}
          confirm="始める"
          cancel={{ href: projects.show({ city: frame.city.slug, ref: projectRef(project) }), label: '何もせずに戻る' }}
        >
          <RadioField
            form={form}
            name="year"
            label="どの年度の評価ですか"
            required
            options={years.map((year) => ({
              value: fiscalYearLabel(year),
              label: `${fiscalYearLabel(year)}${year < last ? '（途中のふりかえり）' : ''}`,
            }))}
          />
        </ConfirmPanel>
      )}
    </VerbPage>
  )
}

export function ClosingPage(props: Props) {
  const { round } = props.data
  const missing = round.seats.filter((seat) => !counted(seat)).map(({ name }) => name)
  return (
    <VerbPage {...of(props)} title="締め切って開く">
      <ConfirmPanel
        form={props.form}
        heading="回答を締め切って、開きますか"
        consequences={[
          `${missing.map((name) => `「${name}」`).join('')}の回答は、まだありません。「回答がありませんでした」と表示されます。`,
          'いまある回答が、全員に同時に開かれます。元には戻せません。',
          'あとから届いた回答は残しますが、数えません。',
        ]}
        confirm="締め切って開く"
        cancel={back(props)}
        danger
      >
        <TextAreaField
          form={props.form}
          name="reason"
          label="締め切る事情"
          rows={3}
          maxlength={limits.reason}
          hint="かかわる方が読みます。"
        />
      </ConfirmPanel>
    </VerbPage>
  )
}

export function ExtensionPage(props: Props) {
  return (
    <VerbPage {...of(props)} title="期日を延ばす">
      <Form form={props.form}>
        <p>
          <Whole>{`いまの期日は、${dateLabel(props.data.round.due_on)}です。`}</Whole>
        </p>
        <DateField form={props.form} name="due_on" label="新しい期日" required />
        <TextAreaField form={props.form} name="reason" label="理由" required rows={3} maxlength={limits.reason} />
        <SubmitRow primary="延ばす" cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}

/** The notes of the talk, beside the questions on which the sides differ most. */
export function TalkPage(props: Props) {
  const { form, data, frame } = props
  const { charter, round, answers } = data
  const isPublic = charter.evaluation.publication.what.includes('joint-talk')
  const rows = compare(charter, round.seats, answers)
  const apart = rows.filter(({ difference }) => (difference ?? 0) > 0)
  const rest = rows.filter((row) => !apart.includes(row))
  const field = (row: (typeof rows)[number]) => {
    const marks = round.seats.map((seat, at) => `${seat.name}：${row.answers[at]?.mark ?? '回答なし'}`).join('、')
    return (
      <TextAreaField
        form={form}
        name={`notes.p-${row.phase}.q-${row.question.key}`}
        label={label(row.question.label, frame.lang)}
        hint={row.question.kind === 'scale' ? marks : undefined}
        rows={2}
        maxlength={limits.note}
      />
    )
  }
  return (
    <VerbPage {...of(props)} title={`${charter.evaluation.jointTalk.label.ja}を記録する`}>
      <Form form={form}>
        {isPublic ? (
          <Notice kind="warning" heading="この記録は、公表されます">
            <p>
              「話し合って確かめたこと」と、問いごとに書いたことは、評価を公表するとだれでも読めます。個人のお名前は書かないでください。「会の方」「担当の職員」のように、立場で書きます。
            </p>
          </Notice>
        ) : (
          <p>この記録は公表されません。かかわる団体と市の職員が読みます。</p>
        )}
        <p>話し合いに出た皆さんで、読み合わせながら書くことをおすすめします。</p>
        <DateField form={form} name="talked_on" label="話し合った日" required />
        <TextAreaField
          form={form}
          name="people"
          label="出た方"
          required
          rows={2}
          maxlength={limits.people}
          hint="公表のときは、お名前は載りません。"
        />
        <TextAreaField
          form={form}
          name="agreed"
          label="話し合って確かめたこと"
          required
          rows={8}
          maxlength={limits.agreed}
          hint="よかったこと、変えたいこと、来年に向けて約束したこと。"
        />
        {apart.length > 0 && <Section heading="違いのあった問いについて">{apart.map(field)}</Section>}
        {rest.length > 0 && <Details summary="そのほかの問いについて">{rest.map(field)}</Details>}
        <SubmitRow primary="保存する" cancel={back(props)} />
      </Form>
    </VerbPage>
  )
}

export interface Deciding {
  project: Inside
  charter: Charter
  year: number
  /** Why it cannot go on as it stands, or undefined. */
  obstacle: string | undefined
}

export function DecisionPage({ frame, form, data }: Views<undefined, Deciding>) {
  const { project, charter, year, obstacle } = data
  const at = { city: frame.city.slug, ref: projectRef(project), year: yearInUrl(year) }
  return (
    <VerbPage frame={frame} form={form} project={project} charter={charter} year={year} title="これからを決める">
      {obstacle && (
        <Notice kind="warning" heading="いまは、続けると決められません">
          {obstacle}
        </Notice>
      )}
      <Form form={form}>
        <RadioField
          form={form}
          name="decision"
          label="これからどうしますか"
          required
          options={charter.evaluation.decisions.map((one) => ({
            value: one.key,
            label: label(one.label, frame.lang),
            hint: one.summary
              ? label(one.summary, frame.lang)
              : goesOn(one.key)
                ? '次の年度の事業を、この事業につなげてつくります。'
                : undefined,
          }))}
        />
        <TextAreaField
          form={form}
          name="reasons"
          label="そのように決めた理由"
          required
          rows={6}
          maxlength={limits.agreed}
          hint="事業のページに載ります。"
        />
        <DateField form={form} name="decided_on" label="決めた日" required />
        {charter.timeLimit?.renewalNeeds.includes('committee-opinion') && (
          <DateField form={form} name="committee_on" label={`${word(charter, 'committee')}の意見を聞いた日`} />
        )}
        <SubmitRow primary="決定を記録する" cancel={{ href: urls.show(at), label: '決めずに戻る' }} />
      </Form>
    </VerbPage>
  )
}

const parts: Record<string, string> = {
  grades: 'それぞれの評価',
  words: '理由や気づいたこと',
  'joint-talk': '話し合って確かめたこと',
  decision: 'これからのことと、その理由',
  summary: 'まとめ',
}

const published = (charter: Charter) => charter.evaluation.publication.what.map((one) => parts[one]!).join('、')

export function ConsentPage(props: Props) {
  return (
    <VerbPage {...of(props)} title="公表に同意する">
      <ConfirmPanel
        form={props.form}
        heading="この評価を公表してよいですか"
        consequences={[
          `公表されるのは、${published(props.data.charter)}です。`,
          '話し合いに出た方のお名前は載りません。',
        ]}
        confirm="公表に同意する"
        cancel={back(props)}
      />
    </VerbPage>
  )
}

export function ReleasePage(props: Props) {
  const { round, charter } = props.data
  const silent = round.seats.filter(({ consented_at, answered_at }) => consented_at === null && answered_at !== null)
  return (
    <VerbPage {...of(props)} title="評価を公表する">
      <ConfirmPanel
        form={props.form}
        heading="この評価を公表しますか"
        consequences={[
          `公表されるのは、${published(charter)}です（${word(charter, 'charter')}による）。`,
          '話し合いに出た方のお名前と、締切後に届いた回答は載りません。',
          silent.length > 0
            ? `${silent.map(({ name }) => `「${name}」`).join('')}の同意は、まだありません。`
            : '回答したすべての方が、公表に同意しています。',
        ]}
        confirm="公表する"
        cancel={back(props)}
      >
        {silent.length > 0 && (
          <TextAreaField
            form={props.form}
            name="note"
            label="同意を待たずに公表する理由"
            required
            rows={3}
            maxlength={limits.reason}
          />
        )}
      </ConfirmPanel>
    </VerbPage>
  )
}

export function RetractionPage(props: Props) {
  return (
    <VerbPage {...of(props)} title="評価の公表をやめる">
      <ConfirmPanel
        form={props.form}
        heading="この評価の公表をやめますか"
        consequences={['公表したページが、すぐになくなります。', 'もう一度公表することもできます。']}
        confirm="公表をやめる"
        cancel={back(props)}
        danger
      >
        <TextAreaField form={props.form} name="reason" label="理由" required rows={3} maxlength={limits.reason} />
      </ConfirmPanel>
    </VerbPage>
  )
}

type Listed = Awaited<ReturnType<typeof listPublishedEvaluations>>
type Own = Awaited<ReturnType<typeof listRounds>>

/** The released evaluations of the city, and for those who have a part in some, where theirs stand. */
export function EvaluationsPage({ frame, published: rows, data }: Views<Listed, { own: Own }>) {
  const { city, charter, lang } = frame
  const name = word(charter, 'evaluation', lang)
  const show = (one: { fiscal_year: number; number: number; year: number }) =>
    urls.show({ city: city.slug, ref: projectRef(one), year: yearInUrl(one.year) })
  return (
    <CityPage frame={frame} title={name} lead={label(charter.evaluation.summary, lang)}>
      {isHere(frame.actor) && data.own.length > 0 && (
        <DataTable
          caption="かかわっている評価"
          rows={data.own}
          columns={[
            { label: '事業', heading: true, cell: (one) => <a href={show(one)}>{one.title}</a> },
            { label: '年度', cell: (one) => fiscalYearLabel(one.year) },
            {
              label: '状態',
              cell: (one) => <Badge tone={lifecycle.states[one.state].tone}>{lifecycle.label(one.state)}</Badge>,
            },
            { label: '期日', cell: (one) => (one.state === 'answering' ? dateLabel(one.due_on) : '—') },
          ]}
        />
      )}
      <Section heading={`公表された${name}`} id="published">
        {rows.length === 0 ? (
          <EmptyState>公表されたものは、まだありません。</EmptyState>
        ) : (
          <DataTable
            caption={`公表された${name}`}
            hideCaption
            rows={rows}
            columns={[
              { label: '事業', heading: true, cell: (one) => <a href={show(one)}>{one.title}</a> },
              { label: '年度', cell: (one) => fiscalYearLabel(one.year) },
              { label: 'これから', cell: (one) => (one.decision ? decisionLabel(charter, one.decision) : '—') },
            ]}
          />
        )}
      </Section>
    </CityPage>
  )
}
