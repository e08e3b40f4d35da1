import { dateLabel } from '../../../platform/time/index.ts'
import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  ButtonLink,
  ButtonRow,
  DataTable,
  DateField,
  EmailField,
  Form,
  SelectField,
  SubmitRow,
  TextField,
} from '../../../ui/index.ts'
import type { listMembers } from '../queries.ts'
import type { membershipRoles, Party } from '../tables.ts'
import { urls } from '../urls.ts'

type Members = { party: Party; members: Awaited<ReturnType<typeof listMembers>> }

export const roleLabels: Record<(typeof membershipRoles)[number], string> = {
  representative: '代表者',
  secretary: '事務担当',
  signatory: '署名者',
  member: '会員',
  officer: '担当職員',
}

/** Who is in the party, and who may sign for it. */
export function MembersPage({ frame, data }: Views<undefined, Members>) {
  const { city } = frame
  const at = { city: city.slug, number: String(data.party.number) }
  return (
    <CityPage
      frame={frame}
      title="構成員と役割"
      eyebrow={data.party.name}
      breadcrumbs={[{ href: urls.show(at), label: data.party.name }]}
    >
      <DataTable
        caption="役割を持つ方"
        rows={data.members}
        columns={[
          { label: 'お名前', heading: true, cell: (one) => one.name },
          { label: '役割', cell: (one) => roleLabels[one.role] },
          {
            label: '期間',
            cell: (one) => `${dateLabel(one.starts_on)}から${one.ends_on ? `${dateLabel(one.ends_on)}まで` : ''}`,
          },
        ]}
      />
      <ButtonRow>
        <ButtonLink href={urls.newMember(at)}>方を加える</ButtonLink>
      </ButtonRow>
    </CityPage>
  )
}

/** A person and their part in the party. */
export function NewMemberPage({ frame, form, data }: Views<undefined, Party>) {
  const at = { city: frame.city.slug, number: String(data.number) }
  return (
    <CityPage
      frame={frame}
      title="構成員を加える"
      eyebrow={data.name}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: urls.members(at), label: '構成員と役割' }]}
    >
      <Form form={form}>
        <TextField form={form} name="name" label="お名前" required maxlength={100} />
        <TextField form={form} name="kana" label="ふりがな" maxlength={100} />
        <EmailField form={form} name="email" label="メールアドレス" hint="お持ちでない方は空のままで結構です。" />
        <SelectField
          form={form}
          name="role"
          label="役割"
          required
          options={Object.entries(roleLabels)
            .filter(([key]) => key !== 'officer')
            .map(([value, label]) => ({ value, label }))}
        />
        <DateField form={form} name="starts_on" label="この役割が始まる日" required />
        <DateField form={form} name="ends_on" label="この役割が終わる日" />
        <SubmitRow primary="加える" cancel={{ href: urls.members(at), label: '加えずに戻る' }} />
      </Form>
    </CityPage>
  )
}
