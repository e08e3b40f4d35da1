import { dateLabel, dateTimeLabel } from '../../platform/time.ts'
import type { Views } from '../../platform/web/index.ts'
import {
  ButtonLink,
  ButtonRow,
  DataTable,
  DateField,
  EmailField,
  EmptyState,
  Form,
  LinkList,
  Pagination,
  Section,
  SelectField,
  SubmitRow,
  TextField,
} from '../../ui/index.ts'
import { CityPage } from '../cities/index.ts'
import type { listDepartments, listPosts } from '../parties/index.ts'
import { roleNames } from './forms.ts'
import type { listMails, listRecord } from './queries.ts'
import { urls } from './urls.ts'

/** What an administrator does here. */
export function AdminPage({ frame }: Views<undefined, undefined>) {
  const at = { city: frame.city.slug }
  return (
    <CityPage frame={frame} title="管理">
      <LinkList
        links={[
          { href: urls.people(at), label: '職員と役割', about: '職員を招き、役割の始まりと終わりを決めます。' },
          { href: urls.record(at), label: '記録', about: 'この市で起きたことのすべてを、起きた順にたどります。' },
        ]}
      />
    </CityPage>
  )
}

type Posts = Awaited<ReturnType<typeof listPosts>>

/** Who holds which post, from when to when. */
export function PeoplePage({ frame, data }: Views<undefined, Posts>) {
  const at = { city: frame.city.slug }
  return (
    <CityPage frame={frame} title="職員と役割" breadcrumbs={[{ href: urls.home(at), label: '管理' }]}>
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

/** The city's record, with the hash that ties each entry to the one before it. */
export function RecordPage({ frame, data }: Views<undefined, Awaited<ReturnType<typeof listRecord>>>) {
  const at = { city: frame.city.slug }
  const rows = data.slice(0, 50)
  return (
    <CityPage
      frame={frame}
      title="記録"
      wide
      breadcrumbs={[{ href: urls.home(at), label: '管理' }]}
      lead="書き換えることのできない記録です。それぞれが前の記録の印（ハッシュ）を含んでいます。"
    >
      {rows.length === 0 ? (
        <EmptyState>まだ記録はありません。</EmptyState>
      ) : (
        <DataTable
          caption="新しい順の記録"
          rows={rows}
          columns={[
            { label: '番号', numeric: true, cell: (one) => String(one.seq) },
            { label: '日時', cell: (one) => dateTimeLabel(one.at) },
            { label: 'できごと', heading: true, cell: (one) => one.kind },
            {
              label: 'だれが',
              cell: (one) => [one.names?.actor, one.names?.party].filter(Boolean).join('／') || '（消去されました）',
            },
            { label: '経路', cell: (one) => channels[one.channel] },
            { label: '印', cell: (one) => one.hash.slice(0, 12) },
          ]}
        />
      )}
      <Pagination next={data.length > 50 ? urls.record(at, { before: String(rows.at(-1)!.seq) }) : undefined} />
    </CityPage>
  )
}

const channels = { web: 'ウェブ', paper: '紙', phone: '電話', counter: '窓口', system: 'システム' }

/** What would have been sent, were this not a demonstration. */
export function MailboxPage({ frame, data }: Views<undefined, Awaited<ReturnType<typeof listMails>>>) {
  return (
    <CityPage
      frame={frame}
      title="送られるはずのメール"
      lead="体験版ではメールは送られません。本番なら届くはずのメールを、ここで読めます。"
    >
      {data.length === 0 && <EmptyState>メールはまだありません。</EmptyState>}
      {data.map((mail) => (
        <Section heading={mail.subject} level={2}>
          <p class="small">
            {dateTimeLabel(mail.queued_at)}　あて先 {mail.to_address}
          </p>
          <pre class="letter">{mail.body}</pre>
        </Section>
      ))}
    </CityPage>
  )
}
