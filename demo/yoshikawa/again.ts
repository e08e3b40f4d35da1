import type { Story } from '../story.ts'

/** What went on after the looking back, with what was agreed there. */
export const again: Story[] = [
  {
    key: 'flower-road-again',
    title: '中川通りの花壇の里親（2年目）',
    summary: '苗の表を会と市でいっしょに書き、土の合わない所は会が種から育てています。',
    agreement: {
      parties: ['first', 'city'],
      writtenBy: 'officer',
      begunOn: '2026-05-21',
      purpose: '中川通りの花を、選ぶところから分け合って育てる。',
      targets: [
        { indicator: '花の咲いている植樹帯', value: '12', unit: 'か所', by: '2027-03-31' },
        { indicator: '会が種から育てた植樹帯', value: '3', unit: 'か所', by: '2026-11-30' },
      ],
      roles: [
        {
          party: 'first',
          does: '植え付け、水やり、草取り。3か所は種から育てる。写真をページに載せる',
          brings: '会員の人手',
        },
        { party: 'city', does: '植樹帯の提供', brings: '植樹帯（場所）' },
        { party: 'city', does: '8月に苗の表をいっしょに書き、土と苗を支給する', brings: '培養土・苗（物品）' },
      ],
      starts_on: '2026-06-01',
      ends_on: '2027-03-31',
      offeredOn: '2026-05-25',
      signatures: [
        { on: '2026-05-26', party: 'first', by: 'secretary' },
        { on: '2026-05-28', party: 'city', by: 'signatory' },
      ],
      releasedOn: '2026-05-29',
    },
    project: {
      previous: 'flower-road',
      by: 'officer',
      enteredOn: '2026-05-29',
      department: 'department-office',
      purpose: '中川通りの花を、選ぶところから分け合って育てる。',
      beneficiaries: '通りを歩く人、通学の子ども',
      place: '中川通りの植樹帯 12か所',
      particulars: { supplies: '培養土40袋、会と選んだ春と秋の苗、ごみ袋' },
      startType: 'each-alone',
      forms: ['adopt'],
      fields: [],
      starts_on: '2026-06-01',
      ends_on: '2027-03-31',
      startedOn: '2026-06-01',
      releasedOn: '2026-06-02',
      milestones: [{ title: '苗の表をいっしょに書く', due_on: '2026-08-07', doneOn: '2026-08-05' }],
      reports: [
        {
          on: '2026-08-05',
          by: 'officer',
          title: '苗の表を書きました',
          text: '表の左に市の予定、右に会の希望。重なった色は12のうち9つでした。残りの3か所は、会の皆さんが「種で」とゆずりません。発芽の箱は、道路公園課の窓ぎわにも2つ置いています。',
          met: ['first', 'city'],
        },
        {
          on: '2026-10-24',
          by: 'secretary',
          title: '種からの3か所、咲きました',
          text: '去年何を植えてもだめだった角に、ノースポールが咲きました。土に触った人は子どもも入れて41人。写真は、今年から自分たちで載せています。',
          active: 41,
          passive: 25,
          photos: ['beds'],
        },
      ],
    },
  },
]
