import type { Story } from '../story.ts'

/** The city leads and citizens cooperate; one side's answer came after the deadline and does not count. */
export const voices: Story = {
  key: 'voices',
  title: '公園を使う親子の声あつめ',
  summary: '公園の手直しの計画に、ふだんアンケートに答えない親子の声を、広場で聞いて届けます。',
  agreement: {
    parties: ['city', 'children'],
    writtenBy: 'section',
    begunOn: '2025-09-03',
    purpose: '公園の手直しの順番を決める前に、小さな子を連れて毎日使う人の声を、聞かれやすい場所で聞く。',
    targets: [{ indicator: '話を聞いた親子', value: '80', unit: '組', by: '2026-01-31' }],
    roles: [
      { party: 'city', does: '聞くことの案づくり、集計、計画への反映とその説明。', brings: '公園の台帳と地図' },
      { party: 'children', does: '広場での聞き取り、ことばの言いかえ。', brings: '親子が安心して話せる場' },
    ],
    money: [{ party: 'city', yen: 45_000, for: '聞き取りの用紙、広場に置く模型と絵の材料' }],
    starts_on: '2025-10-01',
    ends_on: '2026-03-31',
    sunset_on: '2026-03-31',
    offeredOn: '2025-09-12',
    signatures: [
      { on: '2025-09-14', party: 'children', by: 'mother' },
      { on: '2025-09-19', party: 'city', by: 'signatory' },
    ],
    releasedOn: '2025-10-01',
  },
  project: {
    by: 'section',
    enteredOn: '2025-09-22',
    purpose: '公園の手直しの計画に、毎日使う親子の声を入れる。',
    zone: 'city-leads',
    forms: ['cooperation'],
    fields: ['child-rearing'],
    starts_on: '2025-10-01',
    ends_on: '2026-03-31',
    budget_yen: 45_000,
    actual_yen: 38_900,
    targets: [
      { indicator: '話を聞いた親子', value: '80', unit: '組', by: '2026-01-31', result: '93', resultOn: '2026-02-03' },
    ],
    reports: [
      {
        on: '2025-11-18',
        by: 'mother',
        title: '「遊具」より「水」でした',
        text: '広場で31組に聞きました。多かったのは、遊具のことではなく、手を洗う水が遠いことと、ベンチが日なたにしかないこと。「困っていることは」と聞くと黙る方も、「きのう公園で何をしましたか」と聞くと話してくれます。聞き方を変えました。',
        active: 5,
        passive: 31,
      },
      {
        on: '2026-02-10',
        by: 'section',
        title: '93組の声を、公園ごとに並べました',
        text: '手を洗う水について書かれた公園が七つ、日かげについてが十一ありました。木かげの会の方に並べ方を見てもらい、「水が遠い」を「水道がない」と言いかえていた誤りを三か所直しました。',
        photos: [{ scene: 'room', shows: '声の紙を公園ごとに分けて並べた机（見本の絵）' }],
        active: 4,
      },
    ],
    startedOn: '2025-10-01',
    releasedOn: '2025-10-03',
    evaluations: [
      {
        fiscalYear: 2025,
        openedOn: '2026-04-06',
        deadline: '2026-05-30',
        answers: [
          {
            party: 'city',
            by: 'section',
            on: '2026-05-11',
            marks: { why: '4', talks: '3', roles: '3', equality: '3', openness: '2', effect: '4', continuation: '4' },
            words: {
              openness: '聞いた結果は渡しましたが、計画のどこに入ったかをまだお返しできていません。',
              effect: '手洗い場の位置を見直す公園が三つ、計画に加わりました。',
            },
          },
          {
            party: 'children',
            by: 'mother',
            on: '2026-06-14',
            marks: { why: '4', talks: '2', roles: '3', equality: '2', openness: '1', effect: '3', continuation: '4' },
            words: {
              talks: '集計の前にもう一度集まるはずが、年度の終わりに押されてなくなりました。',
              equality: '聞き取りの日は、いつも市の都合の日でした。',
              openness: '話してくれた方に「あれ、どうなった」と聞かれるたび、答えられずにいます。',
              mechanism: '遅くなってすみません。下の子の入院と重なりました。',
            },
          },
        ],
        closedOn: '2026-06-01',
        jointTalk: {
          on: '2026-06-24',
          present: 'おやこの木かげ 比留間さん・会員2人、自治文化課 濵田',
          text: '締切までに市の評価だけがそろい、木かげの会の欄は「回答なし」として開いた。あとから届いた回答は、数には入れず、記録に残して、この席で一緒に読んだ。\n木かげの会の代表「点より、『どうなった』に答えられる紙が欲しいんです」\n市の担当「公園ごとに、入ったこと、入らなかったこと、その理由を一枚にします。7月の広場に、わたしが持って行きます」\n　聞き取りの日は、月のはじめに会の予定を先に聞いてから決めることにした。',
          notes: { openness: '公園ごとの返事の紙を、7月の広場で手渡す。' },
        },
        decision: {
          on: '2026-07-03',
          kind: 'improve',
          reasons:
            '広場で聞く進め方には確かな効果があった。聞いた方への返事がないまま終わったことは改めなければならない。返事の紙と日取りの決め方を直したうえで、次の計画でも行う。',
        },
        releasedOn: '2026-07-10',
      },
    ],
  },
}
