import type { Story } from '../story.ts'

/** A neighbourhood association that writes on paper, from the proposal to the last talk. */
export const storehouse: Story[] = [
  {
    key: 'storehouse',
    title: '防災倉庫の中身を見直す',
    summary: '町会の防災倉庫を開けて古いものを替え、若い世帯も取り出せるよう、鍵と絵の一覧を新しくします。',
    proposal: {
      programme: 'proposal-scheme',
      party: 'third',
      by: 'elder',
      enteredFrom: 'paper',
      begunOn: '2025-08-18',
      answers: {
        title: '防災倉庫の中身を見直す',
        theme: ['safety', 'community'],
        role: 'with-city',
        issue:
          '昨年の訓練で倉庫を開けたら、発電機が動かず、粉ミルクの期限が切れていた。鍵のありかを知るのは役員3人だけで、皆70をこえている。',
        content:
          '一、全部出して数える。二、要るもの要らぬものを班長会で決める。三、鍵を3か所に分ける。四、字の読めない子や外国の人にも分かるよう、絵の一覧を貼る。',
        parties: [{ name: '市の防災課', part: '相談' }],
        strengths: [
          { party: '本町三丁目町会', does: '人を集め、数え、運ぶ', brings: '人手' },
          { party: '市', does: '何をどれだけ備えるかの助言', brings: '知識' },
        ],
        'ask-city': '発電機の動かし方を教えてほしい。',
        targets: [{ indicator: '倉庫を開けられる人', value: '15人', by: '2026-09-01' }],
      },
      submittedOn: '2025-08-20',
      acceptedOn: '2025-08-28',
      department: 'safety-office',
      talksOn: '2025-09-11',
      messages: [
        {
          on: '2025-09-11',
          by: 'section',
          text: '福田会長に電話し、9月20日の班長会の前に倉庫を見せていただくことになりました。防災課の職員が伺います。',
        },
        {
          on: '2025-09-22',
          by: 'elder',
          text: '（はがきで届いたもの）先日は暑い中ご苦労さま。発電機は燃料のつまりだったそうで、買わずに済んで安心した。絵の一覧は孫が描くと言っている。',
        },
        {
          on: '2025-10-02',
          by: 'section',
          text: '防災課から、粉ミルクは液体ミルクに替え、期限が近づいたら町会の行事で飲む「回しながら備える」形を提案しました。会長から、よい考えだとお電話をいただきました。',
        },
      ],
      reviewOn: '2025-10-20',
      decision: {
        on: '2025-11-14',
        kind: 'adopted',
        reasons:
          '困りごとが具体的で、町会が自分たちでできることから組み立てられている。市は知識を出すだけで足り、ほかの町会の手本になる。',
        releasedOn: '2025-11-17',
      },
    },
    agreement: {
      parties: ['third', 'city'],
      writtenBy: 'section',
      begunOn: '2026-02-16',
      purpose: '災害のとき、居合わせただれもが町会の防災倉庫を開け、使えるようにする。',
      targets: [
        { indicator: '倉庫を開けて発電機を動かせる人', value: '15', unit: '人', by: '2026-09-01' },
        { indicator: '期限の切れた備え', value: '0', unit: '点', by: '2026-09-01' },
      ],
      roles: [
        { party: 'third', does: '倉庫の中身を数え、選び、運ぶ。鍵を3か所で預かる', brings: '役員と班長の人手' },
        { party: 'city', does: '備えの助言、発電機の講習', brings: '防災の知識' },
      ],
      starts_on: '2026-04-01',
      ends_on: '2026-09-30',
      offeredOn: '2026-03-02',
      signatures: [
        { on: '2026-03-08', party: 'third', by: 'elder', paper: true },
        { on: '2026-03-11', party: 'city', by: 'signatory' },
      ],
      releasedOn: '2026-03-12',
    },
    project: {
      by: 'section',
      enteredOn: '2026-03-16',
      purpose: '災害のとき、居合わせただれもが町会の防災倉庫を開け、使えるようにする。',
      beneficiaries: '本町三丁目に住む人、居合わせた人',
      place: '本町三丁目の防災倉庫',
      forms: ['proposal'],
      fields: ['safety', 'community'],
      starts_on: '2026-04-01',
      ends_on: '2026-09-30',
      budget_yen: 80000,
      actual_yen: 73150,
      startedOn: '2026-04-05',
      releasedOn: '2026-04-06',
      targets: [
        {
          indicator: '倉庫を開けて発電機を動かせる人',
          value: '15',
          unit: '人',
          by: '2026-09-01',
          result: '19',
          resultOn: '2026-09-06',
        },
        {
          indicator: '期限の切れた備え',
          value: '0',
          unit: '点',
          by: '2026-09-01',
          result: '0',
          resultOn: '2026-09-06',
        },
      ],
      milestones: [
        { title: '全部出して数える', due_on: '2026-04-19', doneOn: '2026-04-19' },
        { title: '絵の一覧を貼る', due_on: '2026-07-31', doneOn: '2026-07-25' },
      ],
      reports: [
        {
          on: '2026-04-19',
          by: 'section',
          title: '倉庫を空にして数えました',
          text: '町会の26人で全部を路地に並べ、半日かけて数えました。昭和の乾パンの缶が2つ出てきて、福田会長が「開けずに飾っておこう」と町会館に持ち帰りました。使えるものは6割ほどでした。',
          active: 26,
          passive: 0,
        },
        {
          on: '2026-07-25',
          by: 'section',
          title: '絵の一覧を貼りました',
          text: '中学生の描いた絵に、日本語・英語・中国語・ベトナム語の名前を添えました。ことばは芝園見守りの会の方が、茶話会のついでに見てくれました。',
          active: 8,
          passive: 12,
        },
      ],
      evaluations: [
        {
          fiscalYear: 2026,
          openedOn: '2026-10-05',
          deadline: '2026-10-31',
          answers: [
            {
              party: 'third',
              by: 'elder',
              on: '2026-10-18',
              paper: true,
              marks: {
                purpose: '◎',
                strengths: '◎',
                sharing: '○',
                autonomy: '◎',
                effect: '◎',
                society: '◎',
                'principle-r-difference': '○',
                'principle-r-open': '◎',
                'principle-r-no-abuse': '○',
              },
              words: { next: '若い衆が鍵を持ってくれた。わしらの代で終わらずに済む。' },
            },
            {
              party: 'city',
              by: 'section',
              on: '2026-10-26',
              marks: {
                purpose: '○',
                strengths: '◎',
                sharing: '○',
                autonomy: '◎',
                effect: '◎',
                society: '○',
                'principle-r-difference': '○',
                'principle-r-open': '○',
                'principle-r-no-abuse': '◎',
              },
              words: { next: '絵の一覧の作り方を、ほかの町会にも紹介したい。' },
            },
          ],
          jointTalk: {
            on: '2026-11-07',
            present: '福田義雄会長、班長の方4人（町会）、髙橋（協働推進課）、防災課の職員2人',
            text: '見方に大きな違いはなかった。市が「社会のために」を一段低くつけたのは、ほかの町会へ広げるところまで行かなかったためだと説明し、会長は「それは市の仕事」と笑った。絵の一覧の版を市が預かり、希望する町会に配ることにした。',
          },
          decision: {
            on: '2026-11-11',
            kind: 'end',
            reasons: '決めた目標に届き、これからは町会の毎年の訓練の中で続けられる。市との協働としては終える。',
          },
          releasedOn: '2026-11-13',
        },
      ],
    },
  },
]
