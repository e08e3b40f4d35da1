import type { Story } from '../story.ts'

/** Over, but not evaluated by all: it waits, and cannot be continued. */
export const woods: Story = {
  key: 'woods',
  title: '雑木林の散策路　アドプト',
  summary: '丘陵の散策路の一区間を引き受け、月に一度の点検と下草刈りで、歩ける道を保ちます。',
  proposal: {
    programme: 'adopt',
    track: 'adopter',
    party: 'second',
    by: 'neighbour',
    begunOn: '2025-05-06',
    answers: {
      title: '雑木林の散策路　アドプト',
      place: '加治丘陵の散策路のうち、入口から見晴らしのベンチまでの区間',
      people: '20',
      times: '12',
      until: '2026-09-30',
    },
    submittedOn: '2025-05-09',
    acceptedOn: '2025-05-13',
    department: 'green-office',
    talksOn: '2025-05-15',
    messages: [
      {
        on: '2025-05-16',
        by: 'green-officer',
        text: 'お申し込みありがとうございます。一つお尋ねします。刈払機はお使いになりますか。使う場合は、歩く方がいる時間を避けていただきたく、また保険の内容が変わります。',
      },
      {
        on: '2025-05-17',
        by: 'neighbour',
        text: '機械は使いません。鎌と剪定ばさみだけです。というのも、散策路のわきにキンランが出るところが二か所あり、見分けながら手で刈りたいのです。竹ぼうきは持っています。',
      },
      {
        on: '2025-05-20',
        by: 'green-officer',
        text: 'よく分かりました。キンランの場所は公開のページに載せず、こちらの台帳だけに控えます。刈った枝は道の端に積んでいただければ、月末に回収します。',
      },
    ],
    reviewOn: '2025-05-26',
    decision: {
      on: '2025-05-30',
      kind: 'adopted',
      reasons: '長く手入れをしてきた団体であり、区間と回数がはっきりしている。手刈りによる進め方も場所に合っている。',
      releasedOn: '2025-06-02',
    },
  },
  agreement: {
    parties: ['second', 'city'],
    writtenBy: 'neighbour',
    begunOn: '2025-06-03',
    purpose: '散策路の一区間を、だれもが安心して歩け、春の花の残る道として保つ。',
    targets: [{ indicator: '点検と手入れの回数', value: '15', unit: '回', by: '2026-09-30' }],
    roles: [
      { party: 'second', does: '月に一度の点検、下草刈り、倒れた木の知らせ。', brings: '会員20人の手、鎌と竹ぼうき' },
      { party: 'city', does: '刈った枝の回収、危ない木の伐採、保険。', brings: '散策路の場所、軍手とごみ袋' },
    ],
    starts_on: '2025-06-15',
    ends_on: '2026-09-30',
    sunset_on: '2026-09-30',
    offeredOn: '2025-06-06',
    signatures: [
      { on: '2025-06-07', party: 'second', by: 'neighbour' },
      { on: '2025-06-12', party: 'city', by: 'signatory' },
    ],
    releasedOn: '2025-06-16',
  },
  project: {
    by: 'section',
    enteredOn: '2025-06-12',
    purpose: '散策路の一区間を、歩く人と生きものの両方のために保つ。',
    zone: 'equal',
    forms: ['adopt'],
    fields: ['environment'],
    place: '加治丘陵の散策路のうち、入口から見晴らしのベンチまで',
    starts_on: '2025-06-15',
    ends_on: '2026-09-30',
    targets: [
      {
        indicator: '点検と手入れの回数',
        value: '15',
        unit: '回',
        by: '2026-09-30',
        result: '16',
        resultOn: '2026-10-01',
      },
    ],
    reports: [
      {
        on: '2025-10-13',
        by: 'neighbour',
        title: 'スズメバチで、一回お休み',
        text: '二つ目の曲がり角の朽ち木に巣がありました。手前にロープを張り、その日のうちに市に電話。二日後に取り除いてもらい、翌週に刈りました。ロープと札を会の物置に一組置くことにします。',
        photos: [{ scene: 'trees', shows: '巣が見つかって近づけなくなった、林の入口の並木（見本の絵）' }],
        active: 17,
      },
      {
        on: '2026-04-19',
        by: 'neighbour',
        title: 'キンラン、11株',
        text: '去年は8株でした。刈る時期を5月の終わりまで遅らせたのがよかったようです。親子の観察会には、近くの小学校の先生も来てくれました。',
        photos: [
          { scene: 'trees', shows: '春の雑木林。足もとに小さな花が咲きはじめた（見本の絵）' },
          { scene: 'bank', shows: '散策路のわきの草地に咲いた花（見本の絵）' },
        ],
        active: 14,
        passive: 23,
      },
      {
        on: '2026-09-20',
        by: 'neighbour',
        title: '台風のあとの見回り',
        text: '倒れた木が一本、道をふさいでいました。直径30センチほどで手に負えず、市に知らせました。三日で片づきました。',
        active: 8,
      },
    ],
    startedOn: '2025-06-15',
    releasedOn: '2025-06-18',
    evaluations: [
      {
        fiscalYear: 2026,
        openedOn: '2026-10-02',
        deadline: '2026-11-29',
        answers: [
          {
            party: 'city',
            by: 'section',
            on: '2026-10-23',
            marks: { why: '3', talks: '3', roles: '4', equality: '3', openness: '3', effect: '4', continuation: '4' },
            words: { effect: '危ない木の知らせが早く、歩く方からの苦情がほとんどなくなりました。' },
          },
        ],
      },
    ],
  },
}

/** The city lends its name and nothing more: the lightest form, by citizens alone in the lead. */
export const leaves: Story = {
  key: 'leaves',
  title: '落ち葉の観察会「葉っぱの名札」',
  summary: '秋の丘陵で拾った葉に名札をつけ、図書館に飾る親子の観察会です。市が後援します。',
  project: {
    by: 'section',
    enteredOn: '2026-09-14',
    department: 'green-office',
    beneficiaries: '小学生とその家族',
    parties: [
      {
        party: 'second',
        role: '主催',
        does: '観察会の案内、葉の名札づくり、図書館での展示。',
        brings: '案内のできる会員9人',
      },
      { party: 'city', role: '後援', does: '名義の後援と、広報紙での知らせ。', brings: '広報紙の欄' },
    ],
    purpose: '丘陵の木の名を一つ覚えて帰る人を増やし、次の手入れの仲間と出会う。',
    zone: 'citizens-lead',
    forms: ['nominal-support'],
    fields: ['environment', 'festivals'],
    place: '加治丘陵の散策路と市の図書館',
    particulars: { 'name-use': 'ちらしと名札に「後援　入間市」と入れる。ほかの行事には使わない。' },
    starts_on: '2026-10-01',
    ends_on: '2026-12-20',
    targets: [{ indicator: '名札のついた葉', value: '120', unit: '枚', by: '2026-12-20' }],
    milestones: [
      { title: '下見', due_on: '2026-10-18', doneOn: '2026-10-17' },
      { title: '図書館の展示', due_on: '2026-12-05' },
    ],
    reports: [
      {
        on: '2026-11-08',
        by: 'neighbour',
        title: '一回目　37人、68枚',
        text: '「コナラとクヌギのどんぐりは帽子がちがう」と教えた子が、次の組に先生役で教えてくれました。保護者の方が三人、春の下草刈りに来たいと名前を書いて帰られました。',
        photos: [{ scene: 'trees', shows: '名札をつけた木の並ぶ林の道（見本の絵）' }],
        active: 8,
        passive: 29,
      },
    ],
    startedOn: '2026-10-01',
    releasedOn: '2026-10-02',
  },
}
