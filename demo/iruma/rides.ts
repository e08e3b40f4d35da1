import type { Story } from '../story.ts'

const roles = [
  {
    party: 'first',
    does: '利用者の登録と予約の受付、付き添う人の手配、月ごとの記録。',
    brings: '付き添いの研修を終えた会員18人、受付の電話',
  },
  {
    party: 'city',
    does: '地域包括支援センターとの連絡、広報、毎月の打ち合わせの場。',
    brings: '市民活動センターの会議室',
  },
]

/** Evaluated in its first year and continued: the rule of the time limit at work. */
export const rides: Story = {
  key: 'rides',
  title: '丘の上から買い物と通院へ　付き添いの足',
  summary: '坂の多い地区のひとり暮らしの方に、買い物と通院の付き添いを週3回届けます。',
  agreement: {
    parties: ['first', 'city'],
    writtenBy: 'section',
    begunOn: '2025-04-03',
    purpose:
      '坂を上り下りできなくなっても、自分で品物を選び、かかりつけの医者に通い続けられるように、付き添いの手を地域のなかに育てる。',
    targets: [
      { indicator: '付き添いの回数', value: '300', unit: '回', by: '2026-03-31' },
      { indicator: '付き添う会員', value: '25', unit: '人', by: '2026-03-31' },
    ],
    roles,
    money: [
      { party: 'city', yen: 640_000, for: '付き添う人の保険、研修、受付の電話代' },
      { party: 'first', yen: 120_000, for: '会報の印刷と、連絡のための茶菓' },
    ],
    starts_on: '2025-05-01',
    ends_on: '2026-03-31',
    sunset_on: '2026-03-31',
    clauses: [{ heading: '運転について', text: '会員は自分の車に利用者を乗せない。移動は路線バスとタクシーによる。' }],
    offeredOn: '2025-04-17',
    signatures: [
      { on: '2025-04-21', party: 'first', by: 'representative' },
      { on: '2025-04-24', party: 'city', by: 'signatory' },
    ],
    releasedOn: '2025-05-01',
  },
  project: {
    by: 'section',
    enteredOn: '2025-04-25',
    department: 'department-office',
    beneficiaries: '坂の多い地区に住む、ひとりでの外出が心細い方',
    purpose: '坂の多い地区で、買い物と通院に自分で出かけられる暮らしを続けられるようにする。',
    zone: 'equal',
    forms: ['collaborative-commission'],
    fields: ['living'],
    place: '市内の坂の多い四つの地区',
    starts_on: '2025-05-01',
    ends_on: '2026-03-31',
    budget_yen: 760_000,
    actual_yen: 731_480,
    targets: [
      {
        indicator: '付き添いの回数',
        value: '300',
        unit: '回',
        by: '2026-03-31',
        result: '344',
        resultOn: '2026-04-02',
      },
      { indicator: '付き添う会員', value: '25', unit: '人', by: '2026-03-31', result: '21', resultOn: '2026-04-02' },
    ],
    milestones: [
      { title: '付き添う会員の研修', due_on: '2025-05-31', doneOn: '2025-05-24' },
      { title: '四つの地区で説明会', due_on: '2025-07-31', doneOn: '2025-07-18' },
      { title: '半年のふりかえり', due_on: '2025-10-31', doneOn: '2025-11-06' },
    ],
    reports: [
      {
        on: '2025-06-10',
        by: 'secretary',
        title: 'はじめの一か月',
        text: '19回お供しました。いちばん多いのは眼科です。「目薬をさす順番を、帰りのバスで一緒に言ってくれるのが助かる」と言われました。火曜の午前に予約が集まり、二人お断りしたのが心残りです。来月から火曜は二組にします。',
        photos: [{ scene: 'lane', shows: '買い物に付き添って歩く商店の通り（見本の絵）' }],
        active: 11,
        passive: 14,
      },
      {
        on: '2025-08-21',
        by: 'secretary',
        title: '暑さの日の決めごと',
        text: '7月の終わりに、バス停で気分の悪くなった方がありました。大事には至らず、薬局で休ませてもらいました。会員で話し、最高気温の予報が35度以上の日は午前10時までの外出だけにすること、会員が冷たいタオルを持つことを決めました。市には、停留所に日かげのある医院の一覧をつくってもらっています。',
        active: 13,
        passive: 21,
      },
      {
        on: '2025-12-04',
        by: 'representative',
        title: '断った予約を数えてみた',
        text: '9月から11月に、お断りした予約が17件ありました。15件は「前の日の申し込み」です。人が足りないのではなく、前日に手配する人がいないのだと分かりました。受付の当番を二人にします。',
        active: 15,
        passive: 26,
      },
    ],
    startedOn: '2025-05-01',
    releasedOn: '2025-05-08',
    evaluations: [
      {
        fiscalYear: 2025,
        openedOn: '2026-04-03',
        deadline: '2026-05-15',
        answers: [
          {
            party: 'first',
            by: 'secretary',
            on: '2026-04-19',
            marks: { why: '4', talks: '4', roles: '3', equality: '2', openness: '3', effect: '4', continuation: '4' },
            words: {
              why: '利用者の方にも一度席についてもらい、「自分で品物を選びたい」ということばを目的に入れました。',
              equality:
                '9月に市の報告書の様式が変わり、相談のないまま、さかのぼって三か月分を書き直しました。予約の受付を一週間止めざるをえませんでした。',
              effect: '「付き添いがあるなら手術を受ける」と決めた方がありました。',
              mechanism: '様式を変えるときも「協議」のうちだと、ガイドラインに書いてほしいです。',
            },
          },
          {
            party: 'city',
            by: 'section',
            on: '2026-05-07',
            marks: { why: '4', talks: '4', roles: '4', equality: '4', openness: '3', effect: '4', continuation: '4' },
            words: {
              equality: '毎月の打ち合わせを欠かさず、団体の案で進めました。',
              effect: '包括支援センターへの「通院の足」の相談先として定着しました。',
            },
          },
        ],
        jointTalk: {
          on: '2026-05-20',
          present: '茶の里ささえあいネット 宮岡さん・久保田さん、高齢者支援課 細田さん、自治文化課 濵田',
          text: '「対等」の見方が2と4に分かれたところから始めた。\n会の事務担当「打ち合わせの席では対等でした。でも、様式は打ち合わせの外から降ってきました」\n高齢者支援課の担当「監査の指摘を受けて急いでいて、事務のことだから協議には当たらないと思い込んでいました。受付が止まったことは、今日はじめて知りました」\n会の代表「止めたと言わなかったのは、こちらの遠慮です」\n　次の年は、様式を変えるときは使い始める二か月前に案を示すこと、手が回らないときは遠慮せずその週のうちに伝えることを、役割の表に入れる。付き添う会員が25人に届かなかったことは、研修が平日の昼だけだったためとして、土曜にも開く。',
          notes: {
            equality: '様式の変更は二か月前に案を示し、協議の議題とする。',
            roles: '急な手配の当番を、団体と市で一人ずつ決める。',
          },
        },
        decision: {
          on: '2026-05-29',
          kind: 'continue',
          reasons:
            '回数は目標をこえ、利用者の声からも続ける必要が確かめられた。会員の数は届かなかったが、理由と手立てがはっきりしている。話し合いで決めた二つの約束を取り決めに加えて継続する。',
        },
        releasedOn: '2026-06-05',
      },
    ],
  },
}

/** Its second year, under a new agreement that holds what the talk came to. */
export const ridesAgain: Story = {
  key: 'rides-again',
  title: '丘の上から買い物と通院へ　付き添いの足（2年目）',
  summary: '1年目の検証で決めた約束を加え、付き添いを週4回に広げます。',
  agreement: {
    parties: ['first', 'city'],
    writtenBy: 'section',
    begunOn: '2026-06-01',
    purpose: '付き添いを週4回に広げ、前の日の申し込みにも応えられるようにする。',
    targets: [
      { indicator: '付き添いの回数', value: '420', unit: '回', by: '2027-03-31' },
      { indicator: '前の日の申し込みに応えた割合', value: '80', unit: '％', by: '2027-03-31' },
    ],
    roles: [
      roles[0]!,
      {
        ...roles[1]!,
        does: '包括支援センターとの連絡、広報、毎月の打ち合わせ。様式を変えるときは二か月前に案を示す。',
      },
    ],
    money: [
      { party: 'city', yen: 700_000, for: '保険、研修（土曜を含む）、受付の電話代' },
      { party: 'first', yen: 120_000, for: '会報の印刷と、連絡のための茶菓' },
    ],
    starts_on: '2026-07-01',
    ends_on: '2027-03-31',
    sunset_on: '2027-03-31',
    offeredOn: '2026-06-15',
    signatures: [
      { on: '2026-06-18', party: 'first', by: 'representative' },
      { on: '2026-06-24', party: 'city', by: 'signatory' },
    ],
    amended: {
      on: '2026-09-28',
      targets: [
        { indicator: '付き添いの回数', value: '460', unit: '回', by: '2027-03-31' },
        { indicator: '前の日の申し込みに応えた割合', value: '80', unit: '％', by: '2027-03-31' },
      ],
      reason: '路線バスの時刻が10月に変わり、通院の予約を午前に寄せられるようになったため、回数の目標を上げる。',
      signatures: [
        { on: '2026-09-29', party: 'first', by: 'representative' },
        { on: '2026-10-02', party: 'city', by: 'signatory' },
      ],
    },
    releasedOn: '2026-07-01',
  },
  project: {
    by: 'section',
    enteredOn: '2026-06-25',
    department: 'department-office',
    beneficiaries: '坂の多い地区に住む、ひとりでの外出が心細い方',
    purpose: '付き添いを週4回に広げ、急な通院にも応えられるようにする。',
    zone: 'equal',
    forms: ['collaborative-commission'],
    fields: ['living'],
    place: '市内の坂の多い五つの地区',
    starts_on: '2026-07-01',
    ends_on: '2027-03-31',
    budget_yen: 820_000,
    targets: [
      { indicator: '付き添いの回数', value: '460', unit: '回', by: '2027-03-31' },
      { indicator: '前の日の申し込みに応えた割合', value: '80', unit: '％', by: '2027-03-31' },
    ],
    milestones: [
      { title: '土曜の研修', due_on: '2026-08-31', doneOn: '2026-08-22' },
      { title: '半年のふりかえり', due_on: '2026-12-20' },
    ],
    reports: [
      {
        on: '2026-08-24',
        by: 'secretary',
        title: '土曜の研修に、はじめての男性が三人',
        text: '車いすの押し方を練習しました。坂では後ろ向きに下りることを、自分が乗ってみてはじめて納得した、という声が多くありました。勤めのある方が四人加わり、土曜の朝市への付き添いを受け持ってくれます。',
        active: 9,
        passive: 6,
      },
      {
        on: '2026-10-30',
        by: 'representative',
        title: '前の日の申し込み、10月は14件中12件',
        text: '受付の当番を二人にした効き目が出ています。お断りした2件はどちらも朝8時台の透析で、ここは別の制度につなぐほうがよいと、細田さんが家族と話してくれました。',
        active: 16,
        passive: 31,
      },
    ],
    startedOn: '2026-07-01',
    releasedOn: '2026-07-03',
  },
}
