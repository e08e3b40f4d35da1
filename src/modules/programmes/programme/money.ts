import type { Programme } from '../../charters/index.ts'

const kinds = {
  subsidy: '補助金',
  grant: '助成金',
  'commission-fee': '委託料',
  'cost-share': '費用を分け合う',
  'in-kind': '物や場所による支援',
  none: 'お金の支援はありません',
}

const yen = (amount: number) => `${amount.toLocaleString('ja-JP')}円`

/** Returns the money rule in one line: 補助金、対象経費の3分の2以内、上限500,000円. */
export function moneyText(money: Programme['money']): string {
  if (!money) return ''
  return [
    kinds[money.kind],
    money.rate &&
      (money.rate.numerator === money.rate.denominator
        ? '対象経費の全額'
        : `対象経費の${money.rate.denominator}分の${money.rate.numerator}以内`),
    money.ceilingYen !== undefined && `上限${yen(money.ceilingYen)}`,
    money.roundDownToYen && `${yen(money.roundDownToYen)}未満は切り捨て`,
    money.longestYears && `${money.longestYears}年まで`,
    money.reportWithinDays && `事業が終わってから${money.reportWithinDays}日以内に報告`,
  ]
    .filter(Boolean)
    .join('、')
}
