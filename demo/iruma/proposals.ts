import type { Story } from '../story.ts'

const budget = (city: number, own: number, lines: [string, number][]) => [
  { side: 'income', item: '市の経費', yen: String(city), note: '' },
  { side: 'income', item: '会の負担', yen: String(own), note: '' },
  ...lines.map(([item, yen]) => ({ side: 'expense', item, yen: String(yen), note: '' })),
]

/** Neither yes nor no: what has to be known first is said. */
export const orchard: Story = {
  key: 'orchard',
  title: '放置茶園を子どもの畑に',
  summary: '使われなくなった茶畑の一角を、子どもたちが育てて食べる畑にする提案です。',
  proposal: {
    programme: 'citizen-proposals',
    track: 'citizen',
    party: 'children',
    by: 'mother',
    begunOn: '2025-09-01',
    answers: {
      title: '放置茶園を子どもの畑に',
      why: '手入れの止まった茶畑が増え、草の種が隣の畑に飛んで困る、と農家の方から伺いました。一方、土にさわったことのない子がたくさんいます。一角をお借りし、子どもが育てて食べる畑にします。',
      zone: 'equal',
      form: ['collaborative-commission'],
      field: ['child-rearing', 'environment'],
      content: '茶の木を残す列と抜く列を農家の方と決め、抜いた列に芋と豆を植えます。月に二回、親子で通います。',
      parties: [
        { name: 'おやこの木かげ', part: '世話' },
        { name: '入間市', part: '農家との仲立ち' },
      ],
      roles: [
        { party: 'おやこの木かげ', does: '畑の世話と行事', brings: '親子20組' },
        { party: '入間市', does: '借りる畑を探し、手続きを助ける', brings: '農家とのつながり' },
      ],
      targets: [{ indicator: '通う親子', value: '20組', by: '2027年3月' }],
      until: '2027-03-31',
      supports: ['information', 'people'],
      amount: '120000',
      budget: budget(120_000, 30_000, [
        ['苗と道具', 98_000],
        ['保険', 52_000],
      ]),
      effects: '市民は土に親しみ、会は農家とつながり、市は放置された畑を減らせます。',
    },
    submittedOn: '2025-09-12',
    acceptedOn: '2025-09-18',
    department: 'green-office',
    talksOn: '2025-09-26',
    messages: [
      {
        on: '2025-09-29',
        by: 'green-officer',
        text: '畑を借りるときは、農地の決まりの手続きが要ります。持ち主の方のあてはありますか。',
      },
      {
        on: '2025-10-02',
        by: 'mother',
        text: 'お一人、広場に通うお子さんのおじいさまが「考えてもいい」と言ってくださいました。ただ、ご兄弟で持っていらして、まだ話せていないそうです。',
      },
      {
        on: '2025-10-09',
        by: 'green-officer',
        text: '共有の畑ですと、皆さんの同意が要ります。急がせて関係を損ねるより、時間をとるほうがよいと思います。',
      },
    ],
    reviewOn: '2025-10-21',
    decision: {
      on: '2025-12-10',
      kind: 'deferred',
      reasons:
        '課題のとらえ方と進め方はよい。借りる畑の持ち主の同意がまだそろわないため、採否を決めない。同意がそろいしだい、改めて書類を出さずに審査を再開する。',
    },
  },
}

/** Adopted, and then declined by the group itself. */
export const listening: Story = {
  key: 'listening',
  title: '夜の聞き役ボランティア',
  summary: '夜に不安になる一人暮らしの方の電話を、研修を受けた会員が聞く提案です。',
  proposal: {
    programme: 'citizen-proposals',
    track: 'citizen',
    party: 'first',
    by: 'secretary',
    begunOn: '2025-08-11',
    answers: {
      title: '夜の聞き役ボランティア',
      why: '付き添いの帰りに「夜がこわい」とよく聞きます。夜の8時から10時に、用がなくてもかけてよい電話があれば、眠れる夜が増えます。',
      zone: 'equal',
      form: ['collaborative-commission'],
      field: ['living'],
      content: '週三夜、会員二人が事務所で電話を受けます。専門の助けが要るときのつなぎ方を、市と決めておきます。',
      parties: [
        { name: '茶の里ささえあいネット', part: '電話を受ける' },
        { name: '入間市', part: '研修とつなぎ先' },
      ],
      roles: [
        { party: '茶の里ささえあいネット', does: '電話の当番', brings: '会員10人' },
        { party: '入間市', does: '研修、急なときの連絡先', brings: '保健師の助言' },
      ],
      targets: [{ indicator: '受けた電話', value: '200件', by: '2027年3月' }],
      until: '2027-03-31',
      supports: ['people', 'money'],
      amount: '180000',
      budget: budget(180_000, 24_000, [
        ['電話代', 84_000],
        ['研修の講師', 120_000],
      ]),
      effects: '市民は夜に話せる相手ができ、会は聞く力がつき、市は早めに支えにつなげられます。',
    },
    submittedOn: '2025-08-29',
    acceptedOn: '2025-09-03',
    department: 'department-office',
    talksOn: '2025-09-11',
    messages: [
      {
        on: '2025-09-12',
        by: 'officer',
        text: '命にかかわる電話のとき、当番のお二人だけにならないことがいちばん気がかりです。10時を過ぎて切れない電話はどうしますか。',
      },
      {
        on: '2025-09-15',
        by: 'secretary',
        text: '会でも同じところで話が止まりました。当番の一人が聞き、もう一人が別の電話で市の夜間の連絡先にかける、という形を考えています。その連絡先を、この話し合いで決めさせてください。',
      },
    ],
    reviewOn: '2025-10-17',
    decision: {
      on: '2025-12-10',
      kind: 'adopted',
      reasons: '必要が具体的に示され、つなぎ方も話し合いで整った。研修を先に終えてから始めること。',
      releasedOn: '2025-12-15',
    },
    declined: {
      on: '2026-02-12',
      reason:
        '当番のかなめになるはずだった会員二人が、家族の介護で夜に出られなくなりました。人のそろわないまま命にかかわる電話は受けられません。付き添いの事業に力を合わせ、時機を見てもう一度提案します。',
    },
  },
}

/** Came by telephone and has been accepted; talks are about to begin. */
export const notice: Story = {
  key: 'notice',
  title: '掲示板の文字を大きく',
  summary: '地区の掲示板33か所の貼り紙を、目の弱い人にも読めるように直す提案です。',
  proposal: {
    programme: 'citizen-proposals',
    track: 'citizen',
    party: 'third',
    by: 'elder',
    begunOn: '2026-09-07',
    enteredFrom: 'phone',
    answers: {
      title: '掲示板の文字を大きく',
      why: '掲示板の紙は字が小さく、低い所に貼ってあって、年寄りにも子どもにも読めない。読む人のために直したい。',
      zone: 'citizens-lead',
      form: ['cooperation'],
      field: ['local'],
      content: '役員が掲示板を見て回り、字の大きさ、高さ、古い紙を調べる。市から来る紙は、大きな字の版を送ってもらう。',
      parties: [
        { name: '東藤沢地区自治会', part: '調べて貼り直す' },
        { name: '入間市', part: '大きな字の版をつくる' },
      ],
      roles: [
        { party: '東藤沢地区自治会', does: '調べ、貼り直す', brings: '役員15人' },
        { party: '入間市', does: '市の貼り紙の大きな字の版', brings: '紙と印刷' },
      ],
      targets: [{ indicator: '直した掲示板', value: '33か所', by: '2027年12月' }],
      until: '2028-03-31',
      supports: ['information'],
      budget: budget(0, 15_000, [['画びょうと透明の覆い', 15_000]]),
      effects: '市民は知らせを読めるようになり、市は届く知らせの作り方を学べる。',
    },
    submittedOn: '2026-09-11',
    acceptedOn: '2026-11-16',
    department: 'section-office',
  },
}

/** A firm's offer to care for a river bank, in talks. */
export const river: Story = {
  key: 'river',
  title: '川べりの土手　アドプト',
  summary: '製茶の会社の社員が、川べりの土手の草刈りとごみ拾いを年に6回引き受ける申し出です。',
  proposal: {
    programme: 'adopt',
    track: 'adopter',
    party: 'tea',
    by: 'tea-master',
    begunOn: '2026-10-05',
    answers: {
      title: '川べりの土手　アドプト',
      place: '霞川の土手のうち、工場の前の右岸',
      people: '14',
      times: '6',
      until: '2029-03-31',
    },
    submittedOn: '2026-10-07',
    acceptedOn: '2026-10-14',
    department: 'green-office',
    talksOn: '2026-10-20',
    messages: [
      {
        on: '2026-10-21',
        by: 'green-officer',
        text: 'お申し出をうれしく拝見しました。一度に約束できる期間は3年以内で、終わる前に評価をして続けるかどうかを決めます。2029年3月末までなら、開始を来年4月にすれば収まります。',
      },
      {
        on: '2026-10-23',
        by: 'tea-master',
        text: '承知しました。4月は新茶の前でまだ手があきます。6月だけは一番茶で全員が出払うので、草の伸びる時期ですが外してもらえますか。',
      },
      {
        on: '2026-11-02',
        by: 'green-officer',
        text: '6月は市の草刈りがちょうど入りますので、そちらで受け持ちます。残る6回の月を、次の話し合いで決めましょう。',
      },
    ],
  },
}

/** Not adopted, with reasons that help. */
export const camera: Story = {
  key: 'camera',
  title: '丘陵のごみ捨て見張りカメラ',
  summary: '散策路の入口に会のカメラを置き、ごみを捨てる人を見張る提案でした。',
  proposal: {
    programme: 'citizen-proposals',
    track: 'citizen',
    party: 'second',
    by: 'neighbour',
    begunOn: '2025-08-20',
    answers: {
      title: '丘陵のごみ捨て見張りカメラ',
      why: '散策路の入口に、家電や古いタイヤが捨てられます。拾っても拾っても、また捨てられ、会員の気持ちが続きません。',
      zone: 'equal',
      form: ['collaborative-commission'],
      field: ['environment', 'crime'],
      content: '入口三か所にカメラを置き、会員が映像を確かめて、捨てた車を市に知らせます。',
      parties: [
        { name: '加治丘陵を歩く会', part: '映像を見る' },
        { name: '入間市', part: 'カメラを置く' },
      ],
      roles: [
        { party: '加治丘陵を歩く会', does: '映像の確認', brings: '会員5人' },
        { party: '入間市', does: 'カメラの設置', brings: 'カメラ3台' },
      ],
      targets: [{ indicator: '捨てられたごみ', value: '半分', by: '2027年3月' }],
      until: '2027-03-31',
      supports: ['money'],
      amount: '270000',
      budget: budget(270_000, 0, [['カメラ3台', 270_000]]),
      effects: '歩く人が気持ちよく歩け、会の負担が減り、市の回収も減ります。',
    },
    submittedOn: '2025-09-05',
    acceptedOn: '2025-09-10',
    department: 'green-office',
    talksOn: '2025-09-22',
    messages: [
      {
        on: '2025-09-24',
        by: 'green-officer',
        text: '困っておられることは、現地で拝見してよく分かりました。ただ、通る方すべての顔を会員の方が見ることになる点は、慎重に考えたいです。',
      },
      {
        on: '2025-09-30',
        by: 'neighbour',
        text: '会でも意見が割れました。「見張られる山は歩きたくない」という人が三人おります。それでも、ほかの手が思いつかなかったのです。',
      },
    ],
    reviewOn: '2025-10-20',
    decision: {
      on: '2025-12-10',
      kind: 'not_adopted',
      reasons:
        '不法投棄という課題は重く受けとめた。しかし、歩く人の映像を市民が確かめることは、個人の情報を守るうえで約束できる形にならず、違反を調べることは市の対応領域にあたる。市が車止めと看板の案をつくり、アドプトの打ち合わせで会と相談する。',
      releasedOn: '2025-12-15',
    },
  },
}
