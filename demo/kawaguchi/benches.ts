import type { Story } from '../story.ts'

/** One resident, without any group, who asked for benches and now looks after them with the city. */
export const benches: Story[] = [
  {
    key: 'benches',
    title: '坂の途中に、ひと休みの椅子を',
    summary: '買い物帰りの坂道に手づくりの椅子を置き、置いた人と市とで、傷みと置き場所を見て回ります。',
    proposal: {
      programme: 'proposal-scheme',
      party: 'alone',
      by: 'resident',
      begunOn: '2026-06-08',
      answers: {
        title: '坂の途中に、ひと休みの椅子を',
        theme: ['welfare', 'town-making'],
        role: 'with-city',
        issue:
          '母が買い物をやめました。重いからではなく、坂の途中で立ち止まる所がないからです。近所に同じ方が何人もいます。',
        content:
          '私は木工ができます。椅子を4脚つくり、店と家の間の、通る人のじゃまにならない所に置きます。月に一度、傷みを見て回ります。',
        parties: [{ name: '市のみどり課', part: '置き場所の相談' }],
        strengths: [
          { party: '私', does: 'つくり、置き、月に一度見て回る', brings: '木工の道具と技' },
          { party: '市', does: '置き場所を道路の担当と確かめる', brings: '場所についての知識' },
        ],
        'ask-city': '歩道に置いてよい所を教えてください。',
        targets: [{ indicator: '椅子の数', value: '4脚', by: '2027-02-28' }],
      },
      submittedOn: '2026-06-10',
      acceptedOn: '2026-06-17',
      department: 'department-office',
      talksOn: '2026-07-02',
      messages: [
        {
          on: '2026-07-02',
          by: 'officer',
          text: '道路の担当と歩き、4か所のうち3か所は公園の敷地の端に寄せれば置けると分かりました。残る1か所は、角の商店の軒先をお借りできないか、お店に伺いましょう。',
        },
        {
          on: '2026-07-06',
          by: 'resident',
          text: 'お店のご主人が、看板をずらすからここに置きなさいと言ってくれました。',
        },
      ],
      reviewOn: '2026-07-20',
      decision: {
        on: '2026-08-10',
        kind: 'adopted',
        reasons:
          '一人でできることと市にしかできないことが分けられており、見回りまで考えられている。歩道に置かない案に改められた。',
        releasedOn: '2026-08-12',
      },
    },
    agreement: {
      parties: ['alone', 'city'],
      writtenBy: 'section',
      begunOn: '2026-08-17',
      purpose: '坂道を歩く人が、途中で安心して休めるようにする。',
      targets: [{ indicator: '椅子の数', value: '4', unit: '脚', by: '2027-02-28' }],
      roles: [
        { party: 'alone', does: '椅子をつくって置き、月に一度、傷みを見て回る', brings: '木工の道具と技' },
        { party: 'city', does: '置き場所を確かめ、公園の端を使えるようにする', brings: '場所' },
      ],
      money: [{ party: 'city', yen: 30000, for: '木材と金具' }],
      starts_on: '2026-09-15',
      ends_on: '2027-03-31',
      offeredOn: '2026-08-31',
      signatures: [
        { on: '2026-09-02', party: 'alone', by: 'resident' },
        { on: '2026-09-07', party: 'city', by: 'signatory' },
      ],
      releasedOn: '2026-09-08',
    },
    project: {
      by: 'section',
      enteredOn: '2026-09-09',
      department: 'department-office',
      purpose: '坂道を歩く人が、途中で安心して休めるようにする。',
      beneficiaries: '坂道を歩いて買い物に行く人',
      place: '芝の坂道の4か所',
      forms: ['proposal'],
      fields: ['welfare', 'town-making'],
      starts_on: '2026-09-15',
      ends_on: '2027-03-31',
      budget_yen: 30000,
      startedOn: '2026-09-15',
      releasedOn: '2026-09-16',
      targets: [{ indicator: '椅子の数', value: '4', unit: '脚', by: '2027-02-28' }],
      milestones: [{ title: 'はじめの2脚を置く', due_on: '2026-10-31', doneOn: '2026-10-24' }],
      reports: [
        {
          on: '2026-10-24',
          by: 'resident',
          title: 'はじめの2脚を置きました',
          text: '公園の端に2脚。置いた午後にはもう、買い物袋を横に置いて話している方がありました。背もたれは、立ち上がるときに手をかけられる高さにしました。',
          active: 3,
          passive: 0,
        },
      ],
    },
  },
]
