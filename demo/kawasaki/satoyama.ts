import type { Story } from '../story.ts'

const roles = [
  { party: 'company', does: '社員の森の手入れを年6回。測量の道具で木の位置を測る。', brings: '社員20人、測量の道具' },
  { party: 'first', does: '作業の指導、植生の記録、安全の見張り。', brings: '指導のできる会員8人、道具の手入れの知恵' },
  { party: 'city', does: '保全の計画のとりまとめ、危ない木の伐採、保険。', brings: '森の場所、計画図' },
]

/** A firm, a group and the city in one memorandum: evaluated, and to be improved. */
export const satoyama: Story = {
  key: 'satoyama',
  title: '久末東の森　三者で測り、三者で手入れする',
  summary: '企業・市民活動団体・市の三者が覚書を結び、計画の段階から雑木林の手入れに加わります。',
  proposal: {
    programme: 'satoyama',
    track: 'company',
    party: 'company',
    by: 'company-staff',
    begunOn: '2025-05-08',
    answers: {
      title: '久末東の森　三者で測り、三者で手入れする',
      wards: ['takatsu'],
      issue:
        '雑木林は、切って使う人がいなくなると暗くなり、下の花が消えます。社員の力を入れたいのですが、どの木を切ってよいかが私たちには分かりません。',
      purpose: '暗くなった雑木林に、もう一度、春の光を入れる。',
      content:
        '社員が木の位置と太さを測って図にし、里山くらし多摩丘陵の方の指導で切る木を選びます。秋から冬に年6回、下草刈りと細い木の伐採をします。切った木は炭とベンチにします。',
      parties: [
        { name: '株式会社 みどり測機', part: '測る、手入れする' },
        { name: 'NPO法人 里山くらし多摩丘陵', part: '教える、記録する' },
        { name: '川崎市', part: '計画をまとめる' },
      ],
      roles: [
        { party: 'みどり測機', does: '測量と手入れ', brings: '社員20人、測量の道具' },
        { party: '里山くらし多摩丘陵', does: '指導と記録', brings: '会員8人' },
        { party: '川崎市', does: '計画と保険', brings: '森の場所' },
      ],
      resources: ['people', 'places'],
      targets: [{ indicator: '光の入った面積', value: '1,200平方メートル', by: '2026年3月' }],
    },
    submittedOn: '2025-05-14',
    acceptedOn: '2025-05-19',
    department: 'department-office',
    talksOn: '2025-05-27',
    messages: [
      {
        on: '2025-05-28',
        by: 'officer',
        text: '木の位置の図があると、保全の計画が一段くわしくなります。ただ、コナラの大きな木は、切る前に必ず三者で見てください。切ってからでは戻せませんので。',
      },
      {
        on: '2025-05-30',
        by: 'company-staff',
        text: '承知しました。切る木にはテープを巻き、三者の印がそろったものだけを切る、という札の形を考えました。写真をお送りします。',
      },
      {
        on: '2025-06-04',
        by: 'officer',
        text: 'よい形だと思います。現地で里山くらしの𠮷岡さんにも見ていただきました。「札は木を傷めない紐で」とのことです。',
      },
    ],
    reviewOn: '2025-06-16',
    decision: {
      on: '2025-07-04',
      kind: 'adopted',
      reasons: '計画の段階から三者で進める形が整っている。測量という会社の得意が、森の記録に生きる。',
      releasedOn: '2025-07-08',
    },
  },
  agreement: {
    title: '久末東の森の手入れに関する三者の覚書',
    parties: ['company', 'first', 'city'],
    writtenBy: 'company-staff',
    begunOn: '2025-07-10',
    purpose: '暗くなった雑木林に光を入れ、春の花と生きものの戻る森を、三者の手で守る。',
    targets: [
      { indicator: '光の入った面積', value: '1200', unit: '平方メートル', by: '2026-03-31' },
      { indicator: '手入れの日', value: '6', unit: '回', by: '2026-03-31' },
    ],
    roles,
    starts_on: '2025-09-01',
    ends_on: '2028-03-31',
    clauses: [{ heading: '切る木の決め方', text: '切る木には三者の印のある札を付け、札のそろわない木は切らない。' }],
    offeredOn: '2025-07-24',
    signatures: [
      { on: '2025-07-28', party: 'company', by: 'company-staff' },
      { on: '2025-07-30', party: 'first', by: 'secretary' },
      { on: '2025-08-07', party: 'city', by: 'signatory' },
    ],
    amended: {
      on: '2026-06-15',
      targets: [
        { indicator: '光の入った面積', value: '2400', unit: '平方メートル', by: '2027-03-31' },
        { indicator: '手入れの日（うち平日2回まで）', value: '6', unit: '回', by: '2027-03-31' },
      ],
      reason:
        '振り返りで、手入れの日が平日に偏り、団体の会員が出にくかったことが分かったため、日の決め方と目標を改める。',
      signatures: [
        { on: '2026-06-17', party: 'first', by: 'secretary' },
        { on: '2026-06-18', party: 'company', by: 'company-staff' },
        { on: '2026-06-26', party: 'city', by: 'signatory' },
      ],
    },
    releasedOn: '2025-09-01',
  },
  project: {
    by: 'officer',
    enteredOn: '2025-08-18',
    purpose: '雑木林に光を入れ、三者で決め、三者で手入れする形をつくる。',
    forms: ['memorandum'],
    fields: ['greenery'],
    wards: ['takatsu'],
    place: '久末東の雑木林',
    starts_on: '2025-09-01',
    ends_on: '2026-03-31',
    targets: [
      {
        indicator: '光の入った面積',
        value: '1200',
        unit: '平方メートル',
        by: '2026-03-31',
        result: '1350',
        resultOn: '2026-04-01',
      },
      { indicator: '手入れの日', value: '6', unit: '回', by: '2026-03-31', result: '6', resultOn: '2026-03-14' },
    ],
    milestones: [
      { title: '木の位置の図', due_on: '2025-10-31', doneOn: '2025-10-22' },
      { title: '切る木の札つけ', due_on: '2025-11-30', doneOn: '2025-11-15' },
    ],
    reports: [
      {
        on: '2025-10-23',
        by: 'company-staff',
        title: '412本を測りました',
        text: '社員14人で二日。太さの順に並べると、上から20本でかげの半分をつくっていると分かりました。ところが里山くらしの方は「その20本が親木だ」とおっしゃる。細い方から切ることにしました。',
        photos: [{ scene: 'trees', shows: '幹に番号の紐を結んだ木の並ぶ林（見本の絵）' }],
        active: 17,
      },
      {
        on: '2025-12-07',
        by: 'secretary',
        title: 'はじめての伐採と、炭の窯',
        text: '札のそろった26本を切りました。会社の若い方が年輪を数え、「同い年だ」と手を合わせていました。炭は来月、子どもの里山教室で焼きます。のこぎりの刃を二枚折りました。買い足しの分担をまだ決めていません。',
        active: 24,
        passive: 9,
      },
      {
        on: '2026-03-15',
        by: 'representative',
        title: '春の光',
        text: '切ったところにスミレが出ました。三年は待つつもりでいたので、驚いています。六回の手入れは予定どおりでしたが、四回が平日で、会の者は毎回同じ三人でした。',
        photos: [
          { scene: 'bank', shows: '木を切ったあとの斜面に、スミレが咲いたところ（見本の絵）' },
          { scene: 'trees', shows: '光の入るようになった林の道（見本の絵）' },
        ],
        active: 19,
      },
    ],
    startedOn: '2025-09-01',
    releasedOn: '2025-09-03',
    evaluations: [
      {
        fiscalYear: 2025,
        openedOn: '2026-04-01',
        deadline: '2026-04-30',
        answers: [
          {
            party: 'company',
            by: 'company-staff',
            on: '2026-04-10',
            marks: { purpose: '4', roles: '4', equality: '4', transparency: '3', service: '4', resources: '4' },
            words: {
              equality: '札の仕組みで、素人の私たちも同じ重さの一票をもてました。',
              story: '測る会社が、測れないものを教わった一年でした。',
            },
          },
          {
            party: 'first',
            by: 'secretary',
            on: '2026-04-22',
            marks: { purpose: '4', roles: '3', equality: '2', transparency: '3', service: '4', resources: '2' },
            words: {
              equality: '日取りは、会社の勤務日程が先に決まり、こちらは合わせる側でした。六回のうち四回が平日です。',
              resources: '刃や油の費用が会の持ち出しになりました。',
              story: 'スミレです。それに尽きます。',
            },
          },
          {
            party: 'city',
            by: 'section',
            on: '2026-04-28',
            marks: { purpose: '4', roles: '3', equality: '4', transparency: '3', service: '4', resources: '3' },
            words: { transparency: '図と作業の日を公開のページに載せました。費用の分担は載せられていません。' },
          },
        ],
        jointTalk: {
          on: '2026-05-13',
          present:
            'みどり測機 桑原さん、里山くらし多摩丘陵 𠮷岡さん・吉田さん、みどりの保全整備課 神﨑さん、市民活動推進課 安藤',
          text: '「対等」が4と2に分かれた。\n会社の担当「平日なら社員が業務として出られるので、それがいちばんだと思っていました」\n団体の事務担当「会員の多くは別の仕事をもつ現役です。平日の回は、同じ三人が休みを取っていました」\n会社の担当「言ってくだされば」\n団体の代表「言えば、人数が減ると思ったんです。それは、対等ではなかったということでしょう」\n　手入れの日は半年前に三者で決め、平日は二回までとする。休みの日に出る社員には会社が代休をつける（会社の担当が持ち帰り、後日、認められた）。刃と油は会社が負担する。',
          notes: {
            equality: '日取りは半年前に三者で決める。平日は二回まで。',
            resources: '消耗する道具は会社の負担とする。',
          },
        },
        decision: {
          on: '2026-06-01',
          kind: 'improve',
          reasons: '森への効果は見込みをこえた。日取りと費用の分担を改め、覚書の目標を変更して続ける。',
        },
        releasedOn: '2026-06-08',
      },
    ],
  },
}
