import type { AgreedText, RegisteredParty } from '../src/modules/texts/index.ts'

/** A party of the register; of the city where its unit says so. */
export const aParty = (
  party_id: string,
  number: number,
  name: string,
  unit = 'group',
  kind = unit,
): RegisteredParty => ({
  party_id,
  number,
  name,
  kind,
  is_city: ['city', 'ward', 'department'].includes(unit),
  unit,
})

/** A whole text between two parties, by default a group and a department. */
export function aText(over: { parties?: RegisteredParty[] } & Partial<Omit<AgreedText, 'parties'>> = {}): AgreedText {
  const { parties = [aParty('group', 7, 'みどりの会'), aParty('office', 2, '公園課', 'department')], ...rest } = over
  const [first, second] = parties
  return {
    format: 1,
    number: '令8-協定-0001',
    version: 1,
    kind: '協定書',
    title: '花壇',
    parties: parties.map(({ party_id, name, is_city }, at) => ({ mark: '甲乙丙丁戊'[at]!, party_id, name, is_city })),
    preamble: '甲と乙は、次のとおり取り決める。',
    purpose: '土手に咲く花を、佐藤花子さんと育てる。',
    targets: [{ indicator: '人数', value: '240', unit: '人', by: '2027-03-31' }],
    roles: [{ party_id: first!.party_id, does: '人を集める', brings: { kind: 'people', words: '会員' } }],
    money: [{ party_id: second!.party_id, yen: 300_000, for: '苗' }],
    starts_on: '2026-12-01',
    ends_on: '2027-03-31',
    sunset_on: null,
    articles: [{ key: 'purpose', heading: '目的', paragraphs: ['土手に咲く花を、佐藤花子さんと育てる。'] }],
    closing: '両者は署名する。',
    ...rest,
  }
}
