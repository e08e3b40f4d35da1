import type { Story } from '../story.ts'

/** A ward and those who learn the language rewrite a counter's papers; the group has evaluated, the ward has not yet. */
export const plainWords: Story = {
  key: 'plain-words',
  title: '窓口の紙を、やさしい日本語に',
  summary: '日本語を学ぶ人が区役所の窓口を実際に回り、分からなかった紙を、教室と区がいっしょに書き直しました。',
  project: {
    by: 'section',
    enteredOn: '2026-04-10',
    parties: [
      {
        party: 'language',
        role: '主催',
        does: '窓口をいっしょに回る人を集め、分からなかったところに付せんを貼る。書き直しの案を作る。',
        brings: '学ぶ人14人、教える会員9人',
      },
      {
        party: 'ward-saiwai',
        role: '主催',
        does: '窓口の紙を集め、書き直しの案を係に見せ、直したものを使い始める。',
        brings: '会議室、印刷、窓口の職員の時間',
      },
    ],
    purpose: 'ことばのために、手続きを一日延ばしたりあきらめたりする人をなくす。',
    beneficiaries: '日本語を学びながら幸区で暮らす人',
    forms: ['ward-project'],
    fields: ['local-issues'],
    wards: ['saiwai'],
    place: '幸区役所の窓口、日吉の教室',
    starts_on: '2026-05-01',
    ends_on: '2026-10-31',
    budget_yen: 120_000,
    actual_yen: 104_280,
    targets: [
      {
        indicator: '書き直して使い始めた紙',
        value: '10',
        unit: '種',
        by: '2026-10-31',
        result: '12',
        resultOn: '2026-10-30',
      },
      {
        indicator: '窓口で聞き返した回数（一人あたり）',
        value: '2',
        unit: '回',
        direction: 'at_most',
        by: '2026-10-31',
        result: '3',
        resultOn: '2026-10-30',
      },
    ],
    milestones: [
      { title: '一回目の窓口めぐり', due_on: '2026-05-31', doneOn: '2026-05-23' },
      { title: '二回目の窓口めぐり', due_on: '2026-10-31', doneOn: '2026-10-17' },
    ],
    reports: [
      {
        on: '2026-04-16',
        by: 'language-teacher',
        met: ['language', 'ward-saiwai'],
        title: 'どの紙から直すか',
        text: '区からは「いちばん枚数の出る紙から」、教室からは「いちばん泣いた紙から」と出ました。保育所の申込みの案内が両方に入っていたので、そこから始めます。法律で決まった書き方の紙は、直さずに横に置く一枚を作ることにしました。',
      },
      {
        on: '2026-05-25',
        by: 'language-teacher',
        title: '窓口を七つ回って、付せんが63枚',
        text: '14人で回りました。いちばん多く貼られたのは漢字でなく「別途」「適宜」「等」でした。窓口の方が横で「わたしたちも、これは説明しにくい」とおっしゃり、付せんを一枚貼ってくださいました。',
        active: 23,
        photos: [
          { scene: 'room', shows: '机に広げた窓口の紙に、色の付せんを貼っていくようす（見本の絵）' },
          { scene: 'lane', shows: '教室から区役所へ、連れ立って歩いた通り（見本の絵）' },
        ],
      },
      {
        on: '2026-10-19',
        by: 'language-teacher',
        title: '二回目の窓口めぐり',
        text: '直した12種の紙を持って、同じ七つの窓口を回りました。聞き返しは一人あたり6回から3回に減りましたが、2回までという目標には届いていません。残った三つは、紙ではなく、番号を呼ぶ声の速さでした。',
        active: 21,
        passive: 6,
        photos: [{ scene: 'room', shows: '書き直した紙を並べ、読み比べている部屋（見本の絵）' }],
      },
    ],
    startedOn: '2026-05-01',
    releasedOn: '2026-05-08',
    evaluations: [
      {
        fiscalYear: 2026,
        openedOn: '2026-11-04',
        deadline: '2027-04-30',
        answers: [
          {
            party: 'language',
            by: 'language-teacher',
            on: '2026-11-16',
            marks: { purpose: '4', roles: '4', equality: '3', transparency: '3', service: '4', resources: '3' },
            words: {
              equality: '案は出し合えました。使うかどうかを決める係の席には、呼ばれませんでした。',
              story: '「等」という一文字に、14人が付せんを貼りました。',
            },
          },
        ],
      },
    ],
  },
}
