import type { Example } from '../example.ts'
import { DataTable } from '../list/table.tsx'

interface Role {
  party: string
  does: string
  brings?: string
  signed?: string
}

function RoleTable({ roles, caption = '役割分担' }: { roles: Role[]; caption?: string }) {
  const withSignatures = roles.some(({ signed }) => signed !== undefined)
  return (
    <DataTable
      caption={caption}
      rows={roles}
      columns={[
        { label: '主体', heading: true, cell: (role) => role.party },
        { label: 'すること', cell: (role) => <span class="as-typed">{role.does}</span> },
        { label: '持ち寄るもの', cell: (role) => role.brings || '—' },
        ...(withSignatures ? [{ label: '署名', cell: (role: Role) => role.signed ?? 'まだ' }] : []),
      ]}
    />
  )
}

export const examples: Example[] = [
  {
    name: 'RoleTable 役割分担',
    render: () => (
      <RoleTable
        roles={[
          {
            party: 'みどりの会',
            does: '手入れの日を決め、人を集める。',
            brings: '会員24人、育て方の知識',
            signed: '令和8年6月1日',
          },
          { party: '公園課', does: '苗と道具を用意し、道路の使用を調整する。', brings: '予算300,000円' },
        ]}
      />
    ),
  },
]
