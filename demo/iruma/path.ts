import type { Story } from '../story.ts'

/** A citizens' proposal from the call to the work: adopted with a condition. */
export const path: Story = {
  key: 'path',
  title: 'ベビーカーで歩ける道しらべ',
  summary: '駅や病院までの道を親子で歩き、段差とひと休みの場所を地図にして配ります。',
  proposal: {
    programme: 'citizen-proposals',
    track: 'citizen',
    party: 'children',
    by: 'mother',
    begunOn: '2025-08-04',
    answers: {
      title: 'ベビーカーで歩ける道しらべ',
      why: 'ベビーカーで駅まで行くのに、どの道が通れるかは、通った人にしか分かりません。会の広場では「きのう、あの角で動けなくなった」という話が毎週出ます。通れる道とひと休みの場所を一枚の地図にし、はじめてのお子さんを連れて引っ越してきた方が、家にこもらずに済むようにします。車いすの方、つえの方にも役立ちます。',
      zone: 'citizens-lead',
      form: ['subsidy'],
      field: ['child-rearing', 'local'],
      content:
        '月に一度、三組ずつの親子が決めた道を歩き、段差、坂、日かげ、水道、おむつを替えられる所を書きとめます。市の道路の台帳と突き合わせ、通れない所は写真を添えて市に知らせます。秋に地図の下書きを広場と図書館に貼り、付せんで直してもらいます。年度末に刷り、転入の窓口で配ります。',
      parties: [
        { name: 'おやこの木かげ', part: '歩く、書く、地図をつくる' },
        { name: '入間市', part: '台帳の提供、転入の窓口での配布' },
      ],
      roles: [
        { party: 'おやこの木かげ', does: '道しらべ、地図づくり、広場での貼り出し', brings: '親子12組の足と目' },
        { party: '入間市', does: '台帳との突き合わせ、窓口での配布', brings: '道路の台帳、窓口' },
      ],
      targets: [
        { indicator: '歩いた道', value: '24本', by: '2026年11月' },
        { indicator: '配った地図', value: '500枚', by: '2027年3月' },
      ],
      until: '2027-03-31',
      supports: ['information', 'money'],
      amount: '150000',
      budget: [
        { side: 'income', item: '市の補助', yen: '150000', note: '' },
        { side: 'income', item: '会の積立', yen: '20000', note: '' },
        { side: 'expense', item: '地図の印刷', yen: '110000', note: '500枚' },
        { side: 'expense', item: '行事の保険', yen: '36000', note: '12回分' },
        { side: 'expense', item: '文具・付せん', yen: '24000', note: '' },
      ],
      effects: '市民は出かけられる道を知り、会は調べて伝える力がつき、市は直すべき所を使う人の目で知ることができます。',
    },
    submittedOn: '2025-08-28',
    returned: {
      on: '2025-09-02',
      what: '収支予算の支出に「行事の保険」の人数が分かるように書き添えてください。また、地図に載せる写真に写った方への断り方を「内容と進め方」に書いてください。',
      againOn: '2025-09-08',
      answers: {
        content:
          '月に一度、三組ずつの親子が決めた道を歩き、段差、坂、日かげ、水道、おむつを替えられる所を書きとめます。写真には人が写らないようにし、写ったときは使いません。市の道路の台帳と突き合わせ、通れない所は写真を添えて市に知らせます。秋に地図の下書きを広場と図書館に貼り、付せんで直してもらいます。年度末に刷り、転入の窓口で配ります。',
        budget: [
          { side: 'income', item: '市の補助', yen: '150000', note: '' },
          { side: 'income', item: '会の積立', yen: '20000', note: '' },
          { side: 'expense', item: '地図の印刷', yen: '110000', note: '500枚' },
          { side: 'expense', item: '行事の保険', yen: '36000', note: '1回につき親子3組と会員2人、12回分' },
          { side: 'expense', item: '文具・付せん', yen: '24000', note: '' },
        ],
      },
    },
    acceptedOn: '2025-09-10',
    department: 'section-office',
    talksOn: '2025-09-18',
    messages: [
      {
        on: '2025-09-19',
        by: 'section',
        text: '補正をありがとうございました。地図を紙だけになさるのは、どうしてでしょうか。市の地図のページに載せることもできます。',
      },
      {
        on: '2025-09-21',
        by: 'mother',
        text: '片手で赤ちゃんを抱いていると、携帯電話の小さな地図は見られないんです。冷蔵庫に貼れる紙がいちばん、というのが会のみんなの意見でした。でも、遠くの祖父母が見るならページもいいですね。両方にできますか。',
      },
      {
        on: '2025-10-01',
        by: 'section',
        text: '両方にしましょう。ページは市で引き受けますので、経費は紙の分だけで結構です。通れない所が見つかったとき、いつまでに返事があるとよいですか。',
      },
      {
        on: '2025-10-03',
        by: 'mother',
        text: '直るかどうかは分からなくても、「受け取った、見に行く」だけは二週間のうちに欲しいです。前に一度、知らせたきりになったことがあって。',
      },
    ],
    reviewOn: '2025-10-20',
    decision: {
      on: '2025-12-10',
      kind: 'conditionally_adopted',
      reasons: '出かけにくさという公共の課題を、使う人自身が調べる点を高く評価した。役割の分担もはっきりしている。',
      conditions:
        '車いすを使う方かつえを使う方に、少なくとも二回は一緒に歩いてもらうこと。通れない所の知らせには、市が二週間以内に返事をすること。',
      releasedOn: '2025-12-15',
    },
  },
  agreement: {
    parties: ['children', 'city'],
    writtenBy: 'mother',
    begunOn: '2026-02-02',
    purpose: '小さな子を連れた人、車いすやつえの人が、行きたい所へ歩いて行ける道を、歩く人自身が調べて伝える。',
    targets: [
      { indicator: '歩いた道', value: '24', unit: '本', by: '2026-11-30' },
      { indicator: '配った地図', value: '500', unit: '枚', by: '2027-03-31' },
    ],
    roles: [
      {
        party: 'children',
        does: '道しらべ、地図づくり、貼り出し。車いすかつえの方と二回以上歩く。',
        brings: '親子12組の足と目',
      },
      {
        party: 'city',
        does: '台帳との突き合わせ、窓口での配布。知らせに二週間以内に返事をする。',
        brings: '道路の台帳',
      },
    ],
    money: [
      { party: 'city', yen: 150_000, for: '地図の印刷、保険' },
      { party: 'children', yen: 20_000, for: '文具' },
    ],
    starts_on: '2026-04-01',
    ends_on: '2027-03-31',
    sunset_on: '2027-03-31',
    offeredOn: '2026-02-25',
    signatures: [
      { on: '2026-02-27', party: 'children', by: 'mother' },
      { on: '2026-03-10', party: 'city', by: 'signatory' },
    ],
    releasedOn: '2026-04-01',
  },
  project: {
    by: 'section',
    enteredOn: '2026-03-16',
    purpose: '通れる道とひと休みの場所を、歩く人の目で調べて一枚の地図にする。',
    zone: 'citizens-lead',
    forms: ['subsidy'],
    fields: ['child-rearing', 'local'],
    starts_on: '2026-04-01',
    ends_on: '2027-03-31',
    budget_yen: 170_000,
    targets: [
      { indicator: '歩いた道', value: '24', unit: '本', by: '2026-11-30', result: '22', resultOn: '2026-11-08' },
      { indicator: '配った地図', value: '500', unit: '枚', by: '2027-03-31' },
    ],
    milestones: [
      { title: '車いすの方との道しらべ（1回目）', due_on: '2026-06-30', doneOn: '2026-06-13' },
      { title: '図書館に下書きを貼り出す', due_on: '2026-10-31', doneOn: '2026-10-24' },
      { title: '地図を刷る', due_on: '2027-02-15' },
    ],
    reports: [
      {
        on: '2026-06-14',
        by: 'mother',
        title: '車いすの方と歩いて、地図の記号を変えました',
        text: 'わたしたちが「通れる」と書いていた道の一つが、横に傾いていて、車いすでは真っすぐ進めませんでした。ベビーカーは片手で戻せるので気づかなかったのです。「段差」のほかに「横の傾き」の記号を足します。',
        photos: [
          { scene: 'lane', shows: '段差を確かめながら歩いた通り（見本の絵）' },
          { scene: 'trees', shows: '地図に「休める木かげ」の印をつけた並木（見本の絵）' },
        ],
        active: 9,
      },
      {
        on: '2026-08-05',
        by: 'section',
        title: '知らせ8件への返事',
        text: 'ここまでの8件に、すべて二週間以内に返事をしました。直したもの3件（植えこみの枝2、ふたのがたつき1）、県の道なので伝えたもの2件、来年度に考えるもの3件です。',
      },
      {
        on: '2026-10-25',
        by: 'mother',
        title: '付せん41枚',
        text: '図書館に貼った下書きに、一週間で41枚。「ここのベンチは朝だけ日かげ」「この薬局、トイレを貸してくれる」。お店に確かめてから載せます。一枚だけ「祖母もこの地図が欲しい」とあって、みんなで読みました。',
        photos: [{ scene: 'room', shows: '地図に付せんを貼って話し合った部屋（見本の絵）' }],
        active: 6,
        passive: 41,
      },
    ],
    startedOn: '2026-04-01',
    releasedOn: '2026-04-02',
  },
}
