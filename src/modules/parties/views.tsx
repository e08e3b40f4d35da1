import { dateLabel } from '../../platform/time.ts'
import type { Lang, Views } from '../../platform/web/index.ts'
import {
  ButtonLink,
  ButtonRow,
  CheckboxField,
  DataTable,
  DateField,
  EmailField,
  EmptyState,
  Form,
  Notice,
  NumberField,
  SelectField,
  SubmitRow,
  TelField,
  TextAreaField,
  TextField,
} from '../../ui/index.ts'
import { actorKind, type Charter, label, registrableKinds } from '../charters/index.ts'
import { CityPage } from '../cities/index.ts'
import { limits } from './forms.ts'
import type { findPublishedParty, listPublishedParties } from './queries.ts'
import { canEditParty, canRegisterParty, isSection } from './rules.ts'
import type { membershipRoles, Party } from './tables.ts'
import { urls } from './urls.ts'

/** What the charter calls a kind of party. */
export function kindLabel(charter: Charter, kind: string, lang: Lang = 'ja'): string {
  return label(actorKind(charter, kind)?.label, lang) || kind
}

/** The kinds that a group may be entered as. */
export function kindOptions(charter: Charter, lang: Lang = 'ja') {
  return registrableKinds(charter)
    .filter((one) => one.as === 'organization')
    .map((one) => ({ value: one.key, label: label(one.label, lang) }))
}

type Listed = Awaited<ReturnType<typeof listPublishedParties>>
type Shown = NonNullable<Awaited<ReturnType<typeof findPublishedParty>>>

/** Every published group of the city. */
export function GroupsPage({ frame, published }: Views<Listed, undefined>) {
  const { city, charter, actor, lang } = frame
  const page = published.slice(0, 50)
  return (
    <CityPage
      frame={frame}
      title={city.words.group ?? '団体'}
      lead="市民の活動をしている団体のうち、公開している団体の一覧です。"
    >
      {canRegisterParty(actor) === true && (
        <ButtonRow>
          <ButtonLink href={urls.new({ city: city.slug })}>団体を登録する</ButtonLink>
        </ButtonRow>
      )}
      {page.length === 0 ? (
        <EmptyState>公開している団体はまだありません。団体の登録は、協働の担当課で受け付けています。</EmptyState>
      ) : (
        <DataTable
          caption={`公開している団体（${published.length > 50 ? 'はじめの50' : page.length}団体）`}
          rows={page}
          columns={[
            {
              label: '団体の名前',
              heading: true,
              cell: (one) => <a href={urls.show({ city: city.slug, number: String(one.number) })}>{one.name}</a>,
            },
            { label: '種類', cell: (one) => kindLabel(charter, one.kind, lang) },
            { label: '目的', cell: (one) => one.purpose },
          ]}
        />
      )}
      {published.length > 50 && (
        <p>
          <a href={urls.list({ city: city.slug }, { after: String(page.at(-1)!.number) })}>次の50団体を見る</a>
        </p>
      )}
    </CityPage>
  )
}

/** A group as everyone may see it. What it proposed and did stands on the pages of those modules. */
export function GroupPage({
  frame,
  published,
  data,
}: Pick<Views<Shown | null, Party | null>, 'frame' | 'published' | 'data'>) {
  const { city, charter, actor, lang } = frame
  const party = data ?? published!
  return (
    <CityPage
      frame={frame}
      title={party.name}
      eyebrow={kindLabel(charter, party.kind, lang)}
      breadcrumbs={[{ href: urls.list({ city: city.slug }), label: city.words.group ?? '団体' }]}
    >
      {data && !data.published_at && <Notice kind="info">この団体のページは、まだ公開されていません。</Notice>}
      <dl class="summary">
        <Row label="目的" value={party.purpose} />
        <Row label="活動の内容" value={party.activity} />
        <Row label="設立" value={party.founded_on && dateLabel(party.founded_on)} />
        <Row label="人数" value={party.member_count !== null && `${party.member_count.toLocaleString('ja-JP')}人`} />
        <Row label="ホームページ" value={party.website} />
      </dl>
      {data && canEditParty(actor, data) === true && (
        <ButtonRow>
          <ButtonLink href={urls.edit({ city: city.slug, number: String(data.number) })}>登録の内容を直す</ButtonLink>
          <ButtonLink kind="secondary" href={urls.members({ city: city.slug, number: String(data.number) })}>
            構成員と役割
          </ButtonLink>
        </ButtonRow>
      )}
    </CityPage>
  )
}

function Row({ label, value }: { label: string; value: string | null | false | undefined }) {
  if (!value) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The register's form, for a new group and for one that is there. */
export function PartyFormPage({ frame, form, data }: Views<undefined, Party | null>) {
  const { city, charter, actor, lang } = frame
  const title = data ? `${data.name}の登録を直す` : '団体を登録する'
  return (
    <CityPage
      frame={frame}
      title={title}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: urls.list({ city: city.slug }), label: '団体' }]}
    >
      <Form form={form}>
        <TextField form={form} name="name" label="団体の名前" required maxlength={limits.name} />
        <TextField form={form} name="kana" label="ふりがな" required maxlength={limits.kana} />
        <SelectField form={form} name="kind" label="団体の種類" required options={kindOptions(charter, lang)} />
        <TextAreaField
          form={form}
          name="purpose"
          label="目的"
          required
          maxlength={limits.purpose}
          hint="何のために活動しているかを、はじめて読む方にも分かるように書いてください。"
        />
        <TextAreaField form={form} name="activity" label="活動の内容" maxlength={limits.activity} />
        <DateField form={form} name="founded_on" label="設立した日" />
        <NumberField form={form} name="member_count" label="人数" />
        <TextField form={form} name="address" label="連絡先の住所" maxlength={limits.address} hint="公開しません。" />
        <TelField form={form} name="phone" label="連絡先の電話番号" hint="公開しません。" />
        <EmailField
          form={form}
          name="email"
          label="連絡先のメールアドレス"
          hint="公開しません。メールを使わない団体は空のままにしてください。書面でお届けします。"
        />
        <TextField form={form} name="website" label="ホームページ" maxlength={limits.website} />
        <CheckboxField form={form} name="published" label="団体のページを公開する" />
        <SubmitRow
          primary={isSection(actor) && !data ? '登録する' : '保存する'}
          cancel={{ href: urls.list({ city: city.slug }), label: '保存せずに戻る' }}
        />
      </Form>
    </CityPage>
  )
}

type Members = { party: Party; members: Awaited<ReturnType<typeof import('./queries.ts').listMembers>> }

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
