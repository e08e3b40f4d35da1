import type { Story } from '../story.ts'

/** Put off, with what has to be known first. */
export const supper: Story = {
  key: 'supper',
  title: '夕ごはんの机を二つの区に',
  summary: '夕方をひとりで過ごす子どものごはんと宿題の机を、線路の反対側の区にも開く提案です。',
  proposal: {
    programme: 'collaboration-projects',
    track: 'group',
    party: 'kids',
    by: 'kids-cook',
    begunOn: '2025-08-02',
    answers: {
      title: '夕ごはんの机を二つの区に',
      wards: ['tama', 'asao'],
      issue:
        'うちの台所には、隣の区から二駅かけて来る子が七人います。帰りが遅くなり、冬は真っ暗です。近くにあれば、と親御さんに言われ続けてきました。',
      purpose: '子どもが歩いて行ける所に、温かいごはんと机を置く。',
      content:
        '麻生区で週に一度、会場を借りて夕ごはんを開きます。調理は今の台所でまとめて行い、運びます。半年で地元の担い手を五人育て、任せていきます。',
      parties: [
        { name: '放課後の台所 たまちゃん', part: '調理、見守り、担い手づくり' },
        { name: '川崎市', part: '会場の調整、学校への案内' },
      ],
      roles: [
        { party: 'たまちゃん', does: '調理と見守り', brings: '調理の会員12人' },
        { party: '川崎市', does: '会場の調整', brings: '会場、学校とのつながり' },
      ],
      resources: ['places', 'people'],
      targets: [{ indicator: '麻生区での夕ごはん', value: '20回', by: '2027年3月' }],
      budget: [
        { side: 'income', item: '市の負担', yen: '180000', note: '' },
        { side: 'income', item: '寄付', yen: '60000', note: '' },
        { side: 'expense', item: '食材', yen: '150000', note: '' },
        { side: 'expense', item: '会場・運搬', yen: '90000', note: '' },
      ],
    },
    submittedOn: '2025-08-26',
    returned: {
      on: '2025-09-01',
      what: '調理した物を運ぶあいだの温度の保ち方を「内容」に書き添えてください。保健所に相談された日も分かるとよいです。',
      againOn: '2025-09-12',
      answers: {
        content:
          '麻生区で週に一度、会場を借りて夕ごはんを開きます。調理は今の台所でまとめて行い、保温の箱で30分以内に運び、着いたときに温度を測って書きとめます（9月9日に保健所で教わりました）。半年で地元の担い手を五人育て、任せていきます。',
      },
    },
    acceptedOn: '2025-09-17',
    department: 'ward-asao',
    talksOn: '2025-09-29',
    messages: [
      {
        on: '2025-10-01',
        by: 'section',
        text: '会場の候補を三つ見ていただきました。流しのある所は一つだけで、そこは来年度に改修の予定があり、時期がまだ決まっていません。',
      },
      {
        on: '2025-10-04',
        by: 'kids-cook',
        text: 'あの会場、子どもの足でも坂がなくて一番いいんです。流しのない所で始めて、洗い物を持ち帰る案も試算しました。でも、冬の水仕事を二回することになり、続かない気がします。',
      },
    ],
    reviewOn: '2025-10-29',
    decision: {
      on: '2025-12-12',
      kind: 'deferred',
      reasons:
        '必要は明らかで、衛生の備えも整っている。会場の改修の時期が決まらないと人と費用の見通しが立たないため、採否を決めない。時期が決まりしだい、書類を出し直さずに審査を再開する。',
    },
  },
}

/** Adopted, then declined by the group. */
export const signs: Story = {
  key: 'signs',
  title: '受付のやさしい日本語',
  summary: '診療所と薬局の受付で使うことばを、外国から来た人と一緒にやさしく直す提案でした。',
  proposal: {
    programme: 'collaboration-projects',
    track: 'group',
    party: 'language',
    by: 'language-teacher',
    begunOn: '2025-07-15',
    answers: {
      title: '受付のやさしい日本語',
      wards: ['saiwai'],
      issue:
        '「保険証はお持ちですか」が分からず、黙って帰った人がいます。病気のときに、ことばで帰らないでほしいです。私も十年前、帰りました。',
      purpose: '受付のひとことで、帰る人をなくす。',
      content:
        '診療所と薬局の受付のことばを録らせてもらい、教室の人と一つずつ直します。直したことばを、指でさせるカードにします。',
      parties: [
        { name: 'にほんごの輪 さいわい', part: 'ことばを直す' },
        { name: '川崎市', part: '診療所と薬局への声かけ' },
      ],
      roles: [
        { party: 'にほんごの輪 さいわい', does: 'ことばを直し、カードを作る', brings: '教室の人30人' },
        { party: '川崎市', does: '診療所と薬局を紹介する', brings: '医師会などとのつながり' },
      ],
      resources: ['information'],
      targets: [{ indicator: 'カードを置く受付', value: '30か所', by: '2027年3月' }],
    },
    submittedOn: '2025-08-12',
    acceptedOn: '2025-08-19',
    department: 'ward-saiwai',
    talksOn: '2025-09-03',
    messages: [
      {
        on: '2025-09-05',
        by: 'section',
        text: '受付のことばを録ることは、患者さんの声も入るので難しそうです。受付の方に、よく使うことばを書き出していただくのはいかがですか。',
      },
      {
        on: '2025-09-06',
        by: 'language-teacher',
        text: 'その方がいいです。書き出すと「きれいなことば」になるので、いつもの言い方で書いてください、とお願いします。',
      },
    ],
    reviewOn: '2025-10-24',
    decision: {
      on: '2025-12-12',
      kind: 'adopted',
      reasons: '当事者の経験から出た課題で、作る物と置く所が具体的である。',
      releasedOn: '2025-12-19',
    },
    declined: {
      on: '2026-02-20',
      reason:
        '同じ内容のカードづくりに民間の助成が決まり、医師会の事業として市の全体で行うことになりました。二重に費用をいただくことのないよう辞退し、教室の人はそちらに加わります。診療所をご紹介くださった皆さん、ありがとうございました。',
    },
  },
}

/** On paper, accepted, waiting for the talks to begin. */
export const flags: Story = {
  key: 'flags',
  title: '通学路の黄色い旗を縫う',
  summary: '古くなった横断の旗を、町内の縫い物の得意な人が反射布で縫い直す提案です。',
  proposal: {
    programme: 'local-issues',
    track: 'ward',
    party: 'third',
    by: 'elder',
    begunOn: '2026-08-24',
    enteredFrom: 'paper',
    answers: {
      title: '通学路の黄色い旗を縫う',
      wards: ['takatsu'],
      issue: '横断の旗が色あせて、夕方は見えない。買うと高く、すぐ裂ける。',
      purpose: '子どもが夕方でも車から見えるようにする。',
      content: '反射する布を縫い付けた旗を60本つくる。ミシンは三台ある。縫うのは週に一度、会館で。子どもにも縫わせる。',
      parties: [
        { name: '久末東町内会', part: '縫う、取り替える' },
        { name: '高津区役所', part: '布の費用' },
      ],
      roles: [
        { party: '久末東町内会', does: '縫って取り替える', brings: 'ミシン3台、縫い手11人' },
        { party: '高津区役所', does: '布の費用と学校への連絡', brings: '布代' },
      ],
      resources: ['money'],
      targets: [{ indicator: '取り替えた旗', value: '60本', by: '2027年6月' }],
      budget: [
        { side: 'income', item: '区の負担', yen: '48000', note: '' },
        { side: 'expense', item: '反射布と竿', yen: '48000', note: '60本分' },
      ],
    },
    submittedOn: '2026-08-27',
    acceptedOn: '2026-11-10',
    department: 'ward-takatsu',
  },
}

/** Under review as the demonstration opens. */
export const nightClass: Story = {
  key: 'night-class',
  title: '川の水位を読む夜学',
  summary: '水位と雨の図の読み方を、夜の一時間で学び、近所に伝える人を育てる提案です。',
  proposal: {
    programme: 'collaboration-projects',
    track: 'group',
    party: 'second',
    by: 'neighbour',
    begunOn: '2026-07-20',
    answers: {
      title: '川の水位を読む夜学',
      wards: ['nakahara', 'takatsu', 'tama'],
      issue:
        '水位の図は公開されていますが、読める人がわずかです。数字の意味が分からず、早すぎるか、遅すぎる避難になります。',
      purpose: '近所に一人、川の図を読める人を。',
      content:
        '夜7時からの一時間を六回。二回目は川べりで、橋の柱の目盛りを実際に見ます。終えた人に「読める人」の札を渡し、大雨の日の問い合わせに答えてもらいます。',
      parties: [
        { name: '多摩川べり防災ネットワーク', part: '夜学を開く' },
        { name: '川崎市', part: '講師、会場' },
      ],
      roles: [
        { party: '多摩川べり防災ネットワーク', does: '夜学の運営', brings: '運営の会員7人' },
        { party: '川崎市', does: '講師の紹介と会場', brings: '講師、会場' },
      ],
      resources: ['people', 'places'],
      targets: [{ indicator: '六回を終えた人', value: '36人', by: '2028年3月' }],
    },
    submittedOn: '2026-08-25',
    acceptedOn: '2026-09-02',
    department: 'planning-office',
    talksOn: '2026-09-15',
    messages: [
      {
        on: '2026-09-16',
        by: 'section',
        text: '「読める人」が間違えたとき、その方が責められないでしょうか。札を渡すことの重さが気になります。',
      },
      {
        on: '2026-09-21',
        by: 'neighbour',
        text: '答えるのは「図にこう出ている」まで。逃げるかどうかは、市の知らせと一緒に自分で決めてもらいます。札の裏に、そう書きます。',
      },
    ],
    reviewOn: '2026-10-27',
    prepared: {
      on: '2026-11-19',
      kind: 'adopted',
      reasons: '図を読む力を、近所で教え合うところまで考えられている。札の裏の一文まで話し合って決めた点を評価した。',
    },
  },
}
