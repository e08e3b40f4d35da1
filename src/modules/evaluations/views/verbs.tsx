import type { Child } from 'hono/jsx'
import { dateLabel, fiscalYearLabel } from '../../../platform/time/index.ts'
import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  ConfirmPanel,
  DateField,
  EmptyState,
  Form,
  RadioField,
  SubmitRow,
  TextAreaField,
  Whole,
} from '../../../ui/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { type Inside, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { limits } from '../forms.ts'
import { counted, seatsFor, yearInUrl, yearsToEvaluate } from '../rules.ts'
import type { Round, SeatAnswer } from '../tables.ts'
import { urls } from '../urls.ts'

export interface Handling {
  project: Inside
  charter: Charter
  round: Round
  answers: SeatAnswer[]
}

export type Props = Views<undefined, Handling>

export function VerbPage(
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

export const back = ({ frame, data }: Pick<Props, 'frame' | 'data'>) => ({
  href: urls.show({ city: frame.city.slug, ref: projectRef(data.project), year: yearInUrl(data.round.year) }),
  label: '何もせずに戻る',
})

export const of = ({ frame, form, data }: Props) => ({
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
