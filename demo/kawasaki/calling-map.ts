import type { Story } from '../story.ts'

/** Two wards along one river; adopted with a condition, and now at work. */
export const callingMap: Story = {
  key: 'calling-map',
  title: '声をかける順番の地図',
  summary: '川沿いの二つの区で、大雨の前に声をかける順番を、近所ごとに決めて地図にします。',
  proposal: {
    programme: 'collaboration-projects',
    track: 'group',
    party: 'second',
    by: 'neighbour',
    begunOn: '2025-07-08',
    answers: {
      title: '声をかける順番の地図',
      wards: ['saiwai', 'nakahara'],
      issue:
        '大雨の夜、避難の知らせが届いても、ひとりでは動けない人がいます。名簿はあっても、誰が、誰に、どの順で声をかけるかが決まっていません。日本語の知らせを読めない家族は、名簿にも載っていないことがあります。',
      purpose: '声をかける人と、かけられる人が、雨の降る前に知り合っている町にする。',
      content:
        '近所十数軒ごとに集まり、家の並びの紙に、声をかける矢印を書きます。矢印の来ない家をなくすことを目あてにします。名前や病気のことは紙に書かず、矢印だけを残します。四つの言語の声かけカードを作り、年に一度、雨の季節の前に矢印どおりに歩いてみます。',
      parties: [
        { name: '多摩川べり防災ネットワーク', part: '集まりの進行、地図づくり' },
        { name: '川崎市', part: '浸水の図、会場' },
      ],
      roles: [
        { party: '多摩川べり防災ネットワーク', does: '集まりの進行とカードづくり', brings: '進行役9人、通訳' },
        { party: '川崎市', does: '浸水の図の提供と会場の手配', brings: '図と会場' },
      ],
      resources: ['places', 'information'],
      targets: [
        { indicator: '矢印の地図ができた近所', value: '20', by: '2026年9月' },
        { indicator: '矢印どおりに歩いた近所', value: '15', by: '2027年3月' },
      ],
      budget: [
        { side: 'income', item: '市の負担', yen: '240000', note: '' },
        { side: 'income', item: '会の負担', yen: '40000', note: '' },
        { side: 'expense', item: 'カードの印刷', yen: '160000', note: '四つの言語' },
        { side: 'expense', item: '会場と保険', yen: '120000', note: '' },
      ],
    },
    submittedOn: '2025-08-20',
    acceptedOn: '2025-08-27',
    department: 'planning-office',
    talksOn: '2025-09-09',
    messages: [
      {
        on: '2025-09-10',
        by: 'section',
        text: '地図をなくしたり、写真に撮られたりしたときのことを考えておきたいです。矢印だけでも、「この家は一人では動けない」と分かってしまいませんか。',
      },
      {
        on: '2025-09-14',
        by: 'neighbour',
        text: '大切なご指摘です。矢印を一方通行にせず、どの家も出る矢印と入る矢印を一本ずつもつ輪にします。そうすれば、誰が助けられる側か、地図からは分かりません。それに、実際その方がいいんです。足の悪い田中さんも、電話で次の家を起こせますから。（田中さんは仮の名です）',
      },
      {
        on: '2025-09-18',
        by: 'section',
        text: '輪にする、というのは思いつきませんでした。庁内の話し合いで、そのまま紹介させてください。',
      },
      {
        on: '2025-10-15',
        by: 'neighbour',
        text: '先週、試しに一つの近所でやってみました。輪が二つに分かれてしまい、橋渡しの家が要ると分かりました。紙を一枚変えます。',
      },
    ],
    reviewOn: '2025-10-30',
    decision: {
      on: '2025-12-12',
      kind: 'conditionally_adopted',
      reasons: '個人のことを書かずに声かけを確かにする工夫がすぐれている。二つの区にまたがる進め方も現実的である。',
      conditions:
        '集まりに来られない家への声のかけ方を、始める前に決めること。地図の保管と処分の決まりを取り決めに入れること。',
      releasedOn: '2025-12-19',
    },
  },
  agreement: {
    parties: ['second', 'city'],
    writtenBy: 'neighbour',
    begunOn: '2026-01-20',
    purpose: '大雨の前に、声をかける輪を近所ごとにつくり、一軒も取り残さない。',
    targets: [
      { indicator: '輪の地図ができた近所', value: '20', unit: 'か所', by: '2026-09-30' },
      { indicator: '輪のとおりに歩いた近所', value: '15', unit: 'か所', by: '2027-03-31' },
    ],
    roles: [
      {
        party: 'second',
        does: '集まりの進行、カードづくり。来られない家を二人で訪ねる。',
        brings: '進行役9人、四つの言語の通訳',
      },
      { party: 'city', does: '浸水の図の提供、会場の手配、二つの区の調整。', brings: '浸水の図、会場' },
    ],
    money: [
      { party: 'city', yen: 240_000, for: 'カードの印刷、会場、保険' },
      { party: 'second', yen: 40_000, for: '訪問の交通費' },
    ],
    starts_on: '2026-04-01',
    ends_on: '2027-03-31',
    clauses: [
      {
        heading: '地図の保管',
        text: '地図は近所に一枚だけ置き、写しをつくらない。つくり直したときは、古い地図を会が受け取って裁断する。',
      },
    ],
    offeredOn: '2026-02-16',
    signatures: [
      { on: '2026-02-18', party: 'second', by: 'neighbour' },
      { on: '2026-03-02', party: 'city', by: 'signatory' },
    ],
    releasedOn: '2026-04-01',
  },
  project: {
    by: 'section',
    enteredOn: '2026-03-10',
    purpose: '近所ごとに声をかける輪をつくり、雨の季節の前に歩いて確かめる。',
    forms: ['collaboration-project'],
    fields: ['disaster', 'local-issues'],
    wards: ['saiwai', 'nakahara'],
    starts_on: '2026-04-01',
    ends_on: '2027-03-31',
    budget_yen: 280_000,
    targets: [
      {
        indicator: '輪の地図ができた近所',
        value: '20',
        unit: 'か所',
        by: '2026-09-30',
        result: '18',
        resultOn: '2026-10-03',
      },
      { indicator: '輪のとおりに歩いた近所', value: '15', unit: 'か所', by: '2027-03-31' },
    ],
    milestones: [
      { title: '進行役の練習', due_on: '2026-04-30', doneOn: '2026-04-25' },
      { title: '声かけカード四つの言語', due_on: '2026-06-15', doneOn: '2026-06-20' },
    ],
    reports: [
      {
        on: '2026-05-24',
        by: 'neighbour',
        title: '輪に入らない、という家',
        text: '「放っておいてほしい」と言われた家がありました。無理に輪に入れず、隣の二軒が「雨の日に電気がついているかだけ見る」ことにしました。二週間後、その方が自分から土のうの置き場を教えに来てくれました。',
        photos: [{ scene: 'room', shows: '声かけの輪の地図を広げた集会所の机（見本の絵）' }],
        active: 8,
        passive: 27,
      },
      {
        on: '2026-09-09',
        by: 'neighbour',
        title: '大雨の知らせの夜、六つの輪が回りました',
        text: '避難の指示までは至りませんでしたが、夜8時に六つの近所で輪を回しました。一周の平均は22分。途切れたのは二か所で、どちらも「次の家が留守」。留守のときは一軒飛ばして声をかけ、後で戻る、と決めました。',
        active: 74,
      },
    ],
    startedOn: '2026-04-01',
    releasedOn: '2026-04-03',
  },
}
