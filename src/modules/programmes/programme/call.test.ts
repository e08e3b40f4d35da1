import { expect, test } from 'vitest'
import { useWorld } from '../../../../test/world.ts'
import { programme } from '../../charters/index.ts'
import { callInWords } from './call.ts'

const w = useWorld()

test('an entered call is read back in words: its track, its year and its days as the city writes them', () =>
  w.inCity('kawaguchi', async ({ charter }) => {
    const found = programme(charter, 'proposal-scheme')
    if (!found) throw new Error('The city has this programme.')
    const days = { fiscal_year: 2026, opens_on: '2026-11-01', closes_on: '2026-12-25' }
    expect(callInWords({ charter, programme: found }, { ...days, track: '', note: '' })).toEqual([
      { label: '年度', value: '令和8年度' },
      { label: '受付を始める日', value: '令和8年11月1日' },
      { label: '受付を終える日', value: '令和8年12月25日' },
    ])
  }))
