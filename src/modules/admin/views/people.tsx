import { eventOf } from '../../../platform/record/event.ts'
import { type Entry, tell } from '../../../platform/record/index.ts'
import { dateLabel, dateTimeLabel, isoDateTime } from '../../../platform/time/index.ts'
import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  ButtonLink,
  ButtonRow,
  ConfirmPanel,
  DataTable,
  DateField,
  EmailField,
  Form,
  Notice,
  Section,
  SelectField,
  SubmitRow,
  TextAreaField,
  TextField,
  Timeline,
} from '../../../ui/index.ts'
import type { listDepartments, listPosts } from '../../parties/index.ts'
import { limits } from '../forms.ts'
import type { findHolder, findPost } from '../queries.ts'
import { mayResetSecondFactor } from '../rules.ts'
import { urls } from '../urls.ts'
import { roleNames } from '../words.ts'
import { events } from './words.ts'

type Posts = Awaited<ReturnType<typeof listPosts>>

/** Who holds which post, from when to when. */
export function PeoplePage({ frame, data }: Views<undefined, Posts>) {
  const at = { city: frame.city.slug }
  return (
    <CityPage frame={frame} title="職員と役割" wide breadcrumbs={[{ href: urls.home(at), label: '管理' }]}>
      <ButtonRow>
        <ButtonLink href={urls.invite(at)}>職員を招く</ButtonLink>
      </ButtonRow>
      <DataTable
        caption="役割を持つ方"
        rows={data}
        columns={[
          { label: 'お名前', heading: true, cell: (one) => one.name },
          { label: '役割', cell: (one) => roleNames[one.role] },
          { label: '所属', cell: (one) => one.department ?? '全庁' },
          {
            label: '期間',
            cell: (one) => `${dateLabel(one.starts_on)}から${one.ends_on ? `${dateLabel(one.ends_on)}まで` : ''}`,
          },
          {
            label: '手続き',
            cell: (one) =>
              one.person_id !== frame.actor.person_id && (
                <div>
                  {one.ends_on === null && <a href={urls.endOfPost({ ...at, post: one.id })}>役割を終える</a>}{' '}
                  <a href={urls.secondFactor({ ...at, person: one.person_id })}>確認コードの登録を取り消す</a>
                </div>
              ),
          },
        ]}
      />
    </CityPage>
  )
}

/** A person, a post and a letter of invitation. */
export function InvitePage({ frame, form, data }: Views<undefined, Awaited<ReturnType<typeof listDepartments>>>) {
  const at = { city: frame.city.slug }
  return (
    <CityPage
      frame={frame}
      title="職員を招く"
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: urls.people(at), label: '職員と役割' }]}
      lead="登録の案内をメールでお送りします。ご本人がパスワードを決めると、使い始められます。"
    >
      <Form form={form}>
        <TextField form={form} name="name" label="お名前" required maxlength={100} />
        <TextField form={form} name="kana" label="ふりがな" maxlength={100} />
        <EmailField form={form} name="email" label="メールアドレス" required />
        <SelectField
          form={form}
          name="role"
          label="役割"
          required
          options={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          form={form}
          name="department"
          label="所属"
          options={[{ value: '', label: '全庁' }, ...data.map((one) => ({ value: one.id, label: one.name }))]}
        />
        <DateField form={form} name="starts_on" label="この役割が始まる日" required />
        <SubmitRow primary="招く" cancel={{ href: urls.people(at), label: '招かずに戻る' }} />
      </Form>
    </CityPage>
  )
}

interface Helped {
  person: NonNullable<Awaited<ReturnType<typeof findHolder>>>
  entries: Entry[]
}

/** Somebody lost app and paper: what will happen, and what was done before. */
export function SecondFactorPage({ frame, form, data }: Views<undefined, Helped>) {
  const at = { city: frame.city.slug }
  const { person, entries } = data
  const ruling = mayResetSecondFactor.why(frame.actor, person)
  return (
    <CityPage
      frame={frame}
      title="確認コードの登録を取り消す"
      eyebrow={person.name}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[
        { href: urls.home(at), label: '管理' },
        { href: urls.people(at), label: '職員と役割' },
      ]}
    >
      {ruling.allowed ? (
        <ConfirmPanel
          form={form}
          heading={`${person.name}さんの確認コードの登録を取り消しますか`}
          consequences={[
            '必ずご本人に会うか、知っている番号に電話をして、ご本人の頼みであることを確かめてください。',
            '確認コードのアプリ、控えのコード、パスキーがすべて使えなくなり、開いている画面からもサインアウトします。',
            'ご本人は、次にパスワードでサインインしたときに、はじめから設定し直します。',
            'ご本人にメールでお知らせし、あなたが行ったことが記録に残ります。',
          ]}
          confirm="確認コードの登録を取り消す"
          cancel={{ href: urls.people(at), label: '外さずに戻る' }}
          danger
        >
          <TextAreaField
            form={form}
            name="reason"
            label="理由と、ご本人であることを確かめた方法"
            required
            maxlength={limits.reason}
            rows={3}
          />
        </ConfirmPanel>
      ) : (
        <Notice kind="info">{ruling.because}</Notice>
      )}
      {entries.length > 0 && (
        <Section heading="これまでの手続き" id="before">
          <Timeline
            events={entries.map((entry) => ({
              at: isoDateTime(entry.at),
              when: dateTimeLabel(entry.at),
              what: `${tell(eventOf([{ events }], entry.kind), entry.payload) ?? entry.kind}。`,
              who: entry.names?.actor,
            }))}
          />
        </Section>
      )}
    </CityPage>
  )
}

/** A post ends on a day. */
export function EndOfPostPage({
  frame,
  form,
  data,
}: Views<undefined, NonNullable<Awaited<ReturnType<typeof findPost>>>>) {
  const at = { city: frame.city.slug }
  return (
    <CityPage
      frame={frame}
      title="役割を終える"
      eyebrow={data.name}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[
        { href: urls.home(at), label: '管理' },
        { href: urls.people(at), label: '職員と役割' },
      ]}
    >
      <ConfirmPanel
        form={form}
        heading={`${data.name}さんの「${roleNames[data.role]}」の役割を終えますか`}
        consequences={[
          'その日を過ぎると、この役割でできたことはできなくなります。',
          'これまでに行ったことは、お名前とともに記録に残ります。',
        ]}
        confirm="役割を終える"
        cancel={{ href: urls.people(at), label: '終えずに戻る' }}
      >
        <DateField form={form} name="ends_on" label="役割が終わる日" hint="この日までは役割が続きます。" required />
      </ConfirmPanel>
    </CityPage>
  )
}
