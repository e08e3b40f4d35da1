import { expect, test } from 'vitest'
import { DataTable } from './table.tsx'

test('short words that name a row stay on one line, as in every other cell', () => {
  const columns = [{ label: '決定', heading: true, whole: true, cell: (word: string) => word }]
  const html = String(<DataTable caption="決定" columns={columns} rows={['条件付採択']} />)
  expect(html).toContain('<th scope="row" class="whole">条件付採択</th>')
})
