import type { Story } from '../story.ts'

/** Plain Japanese: what was taken up, and what was not. */
export const languages: Story[] = [
  {
    key: 'refuse-class',
    title: 'やさしい日本語のごみ教室',
    summary: '引っ越してきたばかりの外国人の家族に、実物のごみ袋を使って分け方と出し方を伝えます。',
    proposal: {
      programme: 'proposal-scheme',
      party: 'second',
      by: 'neighbour',
      begunOn: '2025-07-03',
      answers: {
        title: 'やさしい日本語のごみ教室',
        theme: ['community', 'environment'],
        role: 'with-city',
        issue:
          '分別の冊子は8か国語ありますが、引っ越しの最初の週に読む人は少ないです。まちがえて出すと、近所の人に悪い人だと思われます。私もそうでした。',
        content:
          '毎月1回、集会所で本物のごみを分けます。先生は、去年まちがえた人です。絵と「やさしい日本語」だけでします。',
        parties: [{ name: '市（協働推進課）', part: '冊子、見本の袋' }],
        strengths: [
          { party: '芝園見守りの会', does: '教室を開く、先生を育てる', brings: '去年まちがえた経験のある人' },
          { party: '市', does: '分け方を確かめる、転入の窓口で案内する', brings: '冊子と見本の袋' },
        ],
        targets: [{ indicator: '教室に来た家族', value: '60家族', by: '2027-03-31' }],
      },
      submittedOn: '2025-07-28',
      returned: {
        on: '2025-08-01',
        what: '「収支の予定」が空欄です。お金を使わない場合も、そのように書いてください。また、教室を開く場所の許可を団地の管理者に取れるか、見込みで構いませんので書き足してください。',
        againOn: '2025-08-06',
        answers: {
          budget: [
            { side: 'income', item: '会の募金箱', yen: '24000', note: '' },
            { side: 'expense', item: '見本の袋・ラミネート', yen: '24000', note: '12回分' },
          ],
          'ask-city':
            '転入の窓口で、教室の紙をわたしてほしいです。集会所は、団地の管理事務所から口頭でよいと言われました。',
        },
      },
      acceptedOn: '2025-08-08',
      department: 'section-office',
      talksOn: '2025-08-25',
      messages: [
        {
          on: '2025-08-25',
          by: 'section',
          text: '「先生は去年まちがえた人」という考え方、とても良いと思いました。転入の窓口は別の課ですので、いま相談しています。ほかに困っていることはありますか。',
        },
        {
          on: '2025-08-26',
          by: 'neighbour',
          text: '粗大ごみの電話です。日本語で聞かれると切ってしまう人がいます。教室で電話の練習をしてもいいですか。',
        },
        {
          on: '2025-09-09',
          by: 'section',
          text: '粗大ごみの受付の担当と話し、練習の時間（第3水曜の午後）は、ゆっくり話す職員が出ることになりました。窓口での紙は、10月から置けます。',
        },
        { on: '2025-09-10', by: 'neighbour', text: 'ありがとうございます。みんなに言ったら、拍手がおきました。' },
      ],
      reviewOn: '2025-10-10',
      decision: {
        on: '2025-11-14',
        kind: 'conditionally_adopted',
        reasons:
          '困った経験のある人が先生になる仕組みは、市だけではつくれない。窓口と教室がつながれば、最初の週に届く。',
        conditions: '教室の案内に、祝日で収集が変わる週を必ず書くこと。',
        releasedOn: '2025-11-17',
      },
    },
    agreement: {
      parties: ['second', 'city'],
      writtenBy: 'section',
      begunOn: '2026-02-20',
      purpose: '引っ越してきた家族が、最初の月から安心してごみを出し、近所とあいさつできるようにする。',
      targets: [{ indicator: '教室に来た家族', value: '60', unit: '家族', by: '2027-03-31' }],
      roles: [
        { party: 'second', does: '月1回の教室、先生役を育てる', brings: '先生役の人' },
        { party: 'city', does: '分け方の確認、転入の窓口での案内、電話の練習の相手', brings: '見本の袋と冊子（物品）' },
      ],
      money: [{ party: 'second', yen: 24000, for: '見本とラミネート' }],
      starts_on: '2026-04-01',
      ends_on: '2027-03-31',
      sunset_on: '2027-02-26',
      offeredOn: '2026-03-04',
      signatures: [
        { on: '2026-03-05', party: 'second', by: 'neighbour' },
        { on: '2026-03-10', party: 'city', by: 'signatory' },
      ],
      amended: {
        on: '2026-09-08',
        reason: '夏までに目標の人数をこえたため、目標を改め、電話の練習を加える。',
        targets: [
          { indicator: '教室に来た家族', value: '90', unit: '家族', by: '2027-03-31' },
          { indicator: '電話で粗大ごみを申し込めた人', value: '20', unit: '人', by: '2027-03-31' },
        ],
        signatures: [
          { on: '2026-09-10', party: 'second', by: 'neighbour' },
          { on: '2026-09-14', party: 'city', by: 'signatory' },
        ],
      },
      releasedOn: '2026-09-15',
    },
    project: {
      by: 'section',
      enteredOn: '2026-03-18',
      purpose: '引っ越してきた家族が、最初の月から安心してごみを出し、近所とあいさつできるようにする。',
      beneficiaries: '引っ越してきたばかりの外国人の家族と、その近所の人',
      place: '団地の集会所',
      forms: ['proposal'],
      fields: ['community', 'environment'],
      starts_on: '2026-04-01',
      ends_on: '2027-03-31',
      budget_yen: 24000,
      startedOn: '2026-04-15',
      releasedOn: '2026-04-16',
      milestones: [
        { title: '先生役の研修', due_on: '2026-04-30', doneOn: '2026-04-26' },
        { title: '電話の練習を始める', due_on: '2026-10-31', doneOn: '2026-10-21' },
        { title: 'まとめの会', due_on: '2027-03-10' },
      ],
      reports: [
        {
          on: '2026-05-20',
          by: 'neighbour',
          title: 'ペットボトルのふたは どこ？',
          text: '5月は9家族が来ました。ふたを取る、中を洗う、ラベルをはがす。いちばん難しいのは「洗う」の程度でした。先生のアリさんが、味見できるくらい、と言って笑われました。',
          active: 5,
          passive: 24,
        },
        {
          on: '2026-10-21',
          by: 'section',
          title: '電話の練習を始めました',
          text: '紙に書いたことばを見ながら、7人が本当に粗大ごみを申し込みました。電話を切ったあと、全員が受話器におじぎをしていました。受付の職員からも、相手の顔が浮かぶようになったと聞いています。',
          active: 4,
          passive: 7,
        },
      ],
    },
  },
  {
    key: 'loudspeaker',
    title: '団地の放送を多言語に',
    summary: '防災行政無線の放送を、団地の中だけ多言語で流す提案です（不採択）。',
    proposal: {
      programme: 'proposal-scheme',
      party: 'second',
      by: 'neighbour',
      begunOn: '2025-08-04',
      answers: {
        title: '団地の放送を多言語に',
        theme: ['safety'],
        role: 'with-city',
        issue: '夕方の放送の意味が分からず、こわくなる人がいます。',
        content: '団地のスピーカーで、市の放送のあとに中国語とベトナム語で言い直します。',
        parties: [{ name: '防災課', part: '放送の内容を知らせる' }],
        strengths: [{ party: '芝園見守りの会', does: '翻訳して話す', brings: '通訳のできる人' }],
        targets: [{ indicator: '放送したことば', value: '2つ', by: '2027-03-31' }],
      },
      submittedOn: '2025-08-28',
      acceptedOn: '2025-09-03',
      department: 'safety-office',
      talksOn: '2025-09-16',
      messages: [
        {
          on: '2025-09-16',
          by: 'section',
          text: '防災課に確かめました。急ぐ放送のあとに時間差で別の放送を重ねると、聞き取れなくなる心配があるそうです。電話で聞き直せる番号や、メールの多言語版は使われていますか。',
        },
        { on: '2025-09-18', by: 'neighbour', text: '番号は知りませんでした。メールは登録の画面が難しいです。' },
      ],
      reviewOn: '2025-10-10',
      decision: {
        on: '2025-11-14',
        kind: 'not_adopted',
        reasons:
          '放送を重ねると、急ぐときに元の放送が聞き取れなくなるおそれがある。困りごとそのものは大切であり、聞き直しの電話番号を三つのことばで知らせる紙をいっしょにつくること、茶話会でメールの登録を手伝うことから始めたい。',
        releasedOn: '2025-11-17',
      },
    },
  },
  {
    key: 'bridge',
    title: 'マンションと町会の防災の橋わたし',
    summary: '管理組合の防災委員と町会の班長が、いざというときの連絡の道をつくる提案です。',
    proposal: {
      programme: 'proposal-scheme',
      party: 'condominium',
      by: 'keeper',
      begunOn: '2026-08-02',
      answers: {
        title: 'マンションと町会の防災の橋わたし',
        theme: ['safety', 'condominiums'],
        role: 'in-community',
        issue:
          'マンションは自宅で過ごす避難が基本ですが、水と情報は外に頼ります。町会とは名刺も交わしたことがありません。',
        content: '防災委員と班長の顔合わせを3回、階段を使った水運びの訓練を1回行います。',
        parties: [
          { name: '本町三丁目町会', part: '訓練をいっしょに' },
          { name: '防災課', part: '助言' },
        ],
        strengths: [
          { party: 'サンテラス川口管理組合', does: '集会室を連絡所にする', brings: '場所' },
          { party: '本町三丁目町会', does: '地域の情報を届ける', brings: '班長の人手' },
        ],
        'ask-city': '在宅避難の考え方を、訓練の日に話してほしいです。',
        targets: [{ indicator: '連絡先を交わした班', value: '8班', by: '2028-03-31' }],
      },
      submittedOn: '2026-08-24',
      acceptedOn: '2026-09-01',
      department: 'safety-office',
      talksOn: '2026-09-24',
      messages: [
        {
          on: '2026-09-24',
          by: 'section',
          text: '町会の福田会長にお話ししたところ、「マンションは声をかけづらいと思っていた」とのことでした。まず5分の顔合わせからと提案されています。11月の資源回収の日はいかがでしょう。',
        },
        {
          on: '2026-09-27',
          by: 'keeper',
          text: '資源回収、ぜひ手伝わせてください。台車が4台あります。防災委員の若い二人も連れて行きます。',
        },
        {
          on: '2026-11-10',
          by: 'keeper',
          text: '8日の資源回収に5人で参加しました。班長さんのうち2人は、うちの住民の元同級生でした。連絡先は、まず3班と交わせました。',
        },
      ],
    },
  },
]
