import type { Story } from '../story.ts'

/** Ended at its sunset, as was agreed on its first day: by a group that writes on paper. */
export const lantern: Story = {
  key: 'lantern',
  title: '辻のあかりと見守りの夕べ',
  summary: '街灯の少ない辻に手づくりのあかりを置き、夕方の見守りを三か月試しました。',
  agreement: {
    parties: ['third', 'city'],
    writtenBy: 'section',
    begunOn: '2025-08-04',
    purpose: '日の短い三か月、街灯の少ない辻にあかりと人の目を置き、その間に街灯の場所を決める。',
    targets: [
      { indicator: 'あかりを置く辻', value: '9', unit: 'か所', by: '2025-10-15' },
      { indicator: '見守りの夕べ', value: '24', unit: '回', by: '2025-12-28' },
    ],
    roles: [
      {
        party: 'third',
        does: 'あかりを毎夕ともし、見守りに立つ。暗い所を地図に書く。',
        brings: '当番60人、物置、地元の勘',
      },
      { party: 'city', does: '材料の補助、街灯の設置場所の検討。', brings: 'あかりの材料費、夜間の明るさの測定器' },
    ],
    money: [
      { party: 'city', yen: 90_000, for: 'あかりの材料、電池' },
      { party: 'third', yen: 30_000, for: '温かい飲み物、のぼり' },
    ],
    starts_on: '2025-10-01',
    ends_on: '2025-12-31',
    sunset_on: '2025-12-31',
    clauses: [
      {
        heading: '終わりについて',
        text: 'この事業は街灯の場所が決まるまでのつなぎであり、見直しの日に終える。続ける場合は改めて協議する。',
      },
    ],
    offeredOn: '2025-09-08',
    signatures: [
      { on: '2025-09-17', party: 'third', by: 'elder', paper: true },
      { on: '2025-09-24', party: 'city', by: 'signatory' },
    ],
    releasedOn: '2025-10-01',
  },
  project: {
    by: 'section',
    enteredOn: '2025-09-25',
    purpose: '暗い辻をあかりと人の目で守り、街灯をどこに置くかを住む人の実感から決める。',
    zone: 'citizens-lead',
    forms: ['subsidy'],
    fields: ['crime', 'local'],
    place: '東藤沢地区の九つの辻',
    starts_on: '2025-10-01',
    ends_on: '2025-12-31',
    budget_yen: 120_000,
    actual_yen: 117_240,
    targets: [
      { indicator: 'あかりを置く辻', value: '9', unit: 'か所', by: '2025-10-15', result: '9', resultOn: '2025-10-10' },
      { indicator: '見守りの夕べ', value: '24', unit: '回', by: '2025-12-28', result: '25', resultOn: '2026-01-06' },
    ],
    reports: [
      {
        on: '2025-10-20',
        by: 'section',
        title: '電話で伺った、はじめの二週間（豊田会長）',
        text: '「あかりを見に、わざわざ遠回りして塾へ行く子がいるんですよ。風の強い日は二つ倒れました。重しに川砂を入れたら落ち着きました」。当番表は回覧板で回しているとのこと。',
        active: 22,
      },
      {
        on: '2025-12-22',
        by: 'section',
        title: '暗さの地図ができました（窓口でお預かりした手書きの地図）',
        text: '九つの辻のうち、住む人が「あかりがないと通れない」としたのは四つ。測定器の数字と合わないところが一つありました。垣根が高く、人の姿が隠れる辻です。明るさだけでは決められないことが分かりました。',
        photos: [{ scene: 'evening', shows: '日の暮れた通りに、当番の明かりが並んでいるところ（見本の絵）' }],
        active: 31,
        passive: 44,
      },
    ],
    startedOn: '2025-10-01',
    releasedOn: '2025-10-02',
    evaluations: [
      {
        fiscalYear: 2025,
        openedOn: '2026-01-07',
        deadline: '2026-02-27',
        answers: [
          {
            party: 'third',
            by: 'elder',
            on: '2026-01-30',
            paper: true,
            marks: { why: '5', talks: '4', roles: '4', equality: '4', openness: '2', effect: '5', continuation: '3' },
            words: {
              openness:
                '市のホームページに載せたと言われましたが、当番の者はほとんど見ていません。回覧板に載せる紙を一枚、はじめから考えてほしかった。',
              effect: '子どもが挨拶をするようになりました。',
              continuation: '街灯がつくなら、やめてよい。当番も年をとりました。',
            },
          },
          {
            party: 'city',
            by: 'section',
            on: '2026-02-16',
            marks: { why: '4', talks: '4', roles: '4', equality: '4', openness: '4', effect: '4', continuation: '2' },
            words: {
              openness: '始まりと終わりに市の公開のページで知らせました。',
              continuation: '街灯四基の場所が決まり、つなぎとしての役目は終わったと考えます。',
            },
          },
        ],
        jointTalk: {
          on: '2026-03-03',
          present: '東藤沢地区自治会 豊田会長・役員2人、自治文化課 濵田',
          text: '会館で、地図を広げて話した。\n会長「公開というのは、見る人のところへ持っていくことでしょう」\n市の担当「ページに載せたところで止まっていました。今日の地図と街灯の場所は、回覧板の大きさで刷ってお持ちします」\n　終えることに異論はなかった。ただ、垣根の高い辻には街灯がつかない。会長から、垣根の家の方と話してみるとの申し出があり、市は剪定の助成の紙を渡した。',
          notes: { openness: '回覧板に載る一枚を、事業のはじめに役割の表へ入れる。' },
        },
        decision: {
          on: '2026-03-13',
          kind: 'end',
          reasons:
            '街灯四基の場所が決まり、約束した見直しの日をもって目的を果たした。見守りは自治会の活動（住民自治の領域）として、無理のない回数で行われる。',
        },
        releasedOn: '2026-03-20',
      },
    ],
  },
}
