import { DataTable, Section, SummaryList, Whole } from '../../../ui/index.ts'
import { actorKind, type Charter, label, word } from '../../charters/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { type Dossier, sidesOf } from '../project/project.ts'
import type { ProjectShown } from './shown.ts'

function partyName(charter: Charter, party: Dossier['parties'][number]): string {
  return party.unit === 'person' && party.name === null
    ? label(actorKind(charter, party.kind)?.label) || '個人'
    : (party.name ?? '')
}

export function Roles({ frame, project, charter }: ProjectShown) {
  const link = (party: Dossier['parties'][number]) => {
    const name = partyName(charter, party)
    if (party.number === null || party.unit === 'person') return name
    return <a href={parties.show({ city: frame.city.slug, number: String(party.number) })}>{name}</a>
  }
  return (
    <Section heading="だれが、何をするか" id="roles">
      <DataTable
        caption={`${sidesOf(project.parties).length}者で取り組んでいます`}
        rows={[...project.parties]}
        columns={[
          {
            label: word(charter, 'party', frame.lang),
            heading: true,
            cell: (party) => (
              <>
                {link(party)}
                {party.role && `（${party.role}）`}
              </>
            ),
          },
          {
            label: 'すること',
            cell: (party) => (
              <span class="as-typed">
                <Whole>{party.does || '—'}</Whole>
              </span>
            ),
          },
          { label: '持ち寄るもの', cell: (party) => <Whole>{party.brings || '—'}</Whole> },
        ]}
      />
    </Section>
  )
}

const yen = (amount: number | null) => (amount === null ? '—' : `${amount.toLocaleString('ja-JP')}円`)

export function Money({ project, charter }: ProjectShown) {
  const paid = project.parties.filter(({ money_yen }) => money_yen !== null)
  if (project.budget_yen === null && project.actual_yen === null && paid.length === 0) return null
  const total = paid.reduce((sum, { money_yen }) => sum + (money_yen ?? 0), 0)
  return (
    <Section heading="お金" id="money">
      <SummaryList
        facts={[
          { label: '予算', value: yen(project.budget_yen) },
          {
            label: '決算',
            value: project.actual_yen === null ? '事業が終わってから載せます' : yen(project.actual_yen),
          },
        ]}
      />
      {paid.length > 0 && (
        <DataTable
          caption="だれが、いくら出すか"
          rows={paid}
          columns={[
            { label: word(charter, 'party'), heading: true, cell: (party) => partyName(charter, party) },
            { label: '額', numeric: true, cell: ({ money_yen }) => yen(money_yen) },
            {
              label: '割合',
              numeric: true,
              cell: ({ money_yen }) => (total > 0 ? `${Math.round(((money_yen ?? 0) / total) * 100)}％` : '—'),
            },
          ]}
          total={['合計', yen(total), '']}
        />
      )}
    </Section>
  )
}
