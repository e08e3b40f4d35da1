import type { Story } from '../story.ts'

/** On a ward's issue, entered at the counter and signed on paper; now handed over to the neighbours. */
export const benches: Story = {
  key: 'benches',
  title: '坂の途中のひと休みベンチ',
  summary: '坂の途中に手づくりのベンチを置き、座った人とひとこと交わす見守りを始めました。',
  proposal: {
    programme: 'local-issues',
    track: 'ward',
    party: 'third',
    by: 'elder',
    begunOn: '2025-07-07',
    enteredFrom: 'counter',
    answers: {
      title: '坂の途中のひと休みベンチ',
      wards: ['takatsu'],
      issue: '坂の上の家の者は、途中で休む所がないので外へ出なくなる。出ない人は、倒れていても気づかれない。',
      purpose: '年寄りが歩いて出られて、誰かと口をきく坂道にする。',
      content:
        '家の前を貸してもよいという人を探し、そこへベンチを置く。木は里山の会から分けてもらえないか、市から聞いてほしい。ベンチは町内会で塗り、雨の日はたたむ。',
      parties: [
        { name: '久末東町内会', part: '置き場探し、塗り、見守り' },
        { name: '高津区役所', part: '材料、道の決まりの確認' },
      ],
      roles: [
        { party: '久末東町内会', does: '置き場探し、塗り、見守り', brings: '当番40人' },
        { party: '高津区役所', does: '材料と道の決まりの確認', brings: '材料費' },
      ],
      resources: ['places', 'money'],
      targets: [{ indicator: 'ベンチ', value: '8か所', by: '2026年6月' }],
      budget: [
        { side: 'income', item: '区の負担', yen: '160000', note: '' },
        { side: 'expense', item: '木材と金具', yen: '130000', note: '8台' },
        { side: 'expense', item: '塗料', yen: '30000', note: '' },
      ],
    },
    submittedOn: '2025-07-10',
    acceptedOn: '2025-07-16',
    department: 'ward-takatsu',
    talksOn: '2025-07-30',
    messages: [
      {
        on: '2025-07-31',
        by: 'ward-officer',
        text: '（井田会長とのお電話の控え）道の上には置けないことをご説明し、ご了解いただきました。「だから人の家の前を借りるんです。もう五軒は話がついてます」とのこと。五軒の場所を地図に落とします。',
      },
      {
        on: '2025-09-04',
        by: 'ward-officer',
        text: '里山くらし多摩丘陵さんから、久末東の森で切った木を使ってよいとのお返事がありました。会長にお電話すると「うちの裏の木に座れるとはね」と笑っておられました。',
      },
    ],
    reviewOn: '2025-10-06',
    decision: {
      on: '2025-11-27',
      kind: 'adopted',
      reasons: '場所を貸す家がすでにあり、近くの森の木を生かせる。座ることと声をかけることを結んだ点がよい。',
      releasedOn: '2025-12-04',
    },
  },
  agreement: {
    title: '坂の途中のひと休みベンチに関する協定',
    parties: ['third', 'ward-takatsu'],
    writtenBy: 'section',
    begunOn: '2026-01-13',
    purpose: '坂道に休む所と、ひとこと交わす相手をつくり、歩いて出かける暮らしを続けられるようにする。',
    targets: [{ indicator: 'ベンチ', value: '8', unit: 'か所', by: '2026-06-30' }],
    roles: [
      {
        party: 'third',
        does: '置き場を借り、塗り、雨の日はたたむ。座った人に声をかける。',
        brings: '当番40人、八軒の家の前',
      },
      { party: 'ward-takatsu', does: '材料の用意、ねじの点検、保険。', brings: '材料費、点検の技術' },
    ],
    money: [{ party: 'ward-takatsu', yen: 160_000, for: '木材、金具、塗料' }],
    starts_on: '2026-02-16',
    ends_on: '2026-09-30',
    offeredOn: '2026-01-26',
    signatures: [
      { on: '2026-02-03', party: 'third', by: 'elder', paper: true },
      { on: '2026-02-10', party: 'ward-takatsu', by: 'ward-officer' },
    ],
    releasedOn: '2026-02-16',
  },
  project: {
    by: 'section',
    enteredOn: '2026-02-12',
    purpose: '坂の途中に休む所をつくり、歩いて出かける人を増やす。',
    forms: ['ward-project'],
    fields: ['local-issues'],
    wards: ['takatsu'],
    starts_on: '2026-02-16',
    ends_on: '2026-09-30',
    budget_yen: 160_000,
    actual_yen: 151_320,
    targets: [{ indicator: 'ベンチ', value: '8', unit: 'か所', by: '2026-06-30', result: '9', resultOn: '2026-06-12' }],
    reports: [
      {
        on: '2026-04-06',
        by: 'ward-officer',
        title: '一台目、パン屋さんの前（電話で伺いました）',
        text: '井田会長より。「置いた次の日から、毎朝同じ時刻に三人並んでます。パン屋が朝の残りを出すもんだから」。色は町内の子どもが選んだ空色です。',
        photos: [{ scene: 'lane', shows: '坂の途中の店先。ここに一台目のベンチを置いた（見本の絵）' }],
        active: 12,
      },
      {
        on: '2026-07-21',
        by: 'ward-officer',
        title: '暑さの間の決めごと',
        text: '昼は座面が熱くなるため、6月に試しに付けた日よけを三台に増やしました。二台でねじの緩みがあり、締め直しました。点検は月に一度、会長の家の暦に丸を付けていただいています。',
        active: 9,
        passive: 30,
      },
    ],
    startedOn: '2026-02-16',
    releasedOn: '2026-02-18',
    evaluations: [
      {
        fiscalYear: 2026,
        openedOn: '2026-10-01',
        deadline: '2026-10-30',
        answers: [
          {
            party: 'third',
            by: 'elder',
            on: '2026-10-13',
            paper: true,
            marks: { purpose: '4', roles: '3', equality: '4', transparency: '3', service: '4', resources: '4' },
            words: { service: '八十八の人が、半年ぶりに坂の下のパンを自分で買った。', story: '金より、座る所です。' },
          },
          {
            party: 'ward-takatsu',
            by: 'ward-officer',
            on: '2026-10-22',
            marks: { purpose: '4', roles: '2', equality: '4', transparency: '2', service: '4', resources: '2' },
            words: {
              roles: 'ねじの点検は区の役割でしたが、会長に頼りきりの月がありました。',
              resources: '材料費は足りましたが、点検に出る職員の時間が足りませんでした。',
            },
          },
        ],
        jointTalk: {
          on: '2026-11-05',
          present: '久末東町内会 井田会長・当番の方3人、高津区役所 辻さん、市民活動推進課 安藤',
          text: '「資源は足りたか」が4と2に分かれた。\n会長「木も金も足りました。文句はないです」\n区の担当「足りなかったのは、区の側の人手なんです。点検の日に行けないことが二度ありました」\n当番の方「ねじなら、うちの息子が締められますよ。道具さえあれば」\n　区が持つことで続かないなら、町内会の道具箱を一つ用意して渡すほうが長続きする、ということで両者が一致した。六角レンチの合う番号を会長の暦に書いた。',
          notes: { resources: '道具箱と交換用のねじを区が用意し、町内会に渡す。' },
        },
        decision: {
          on: '2026-11-12',
          kind: 'hand-over',
          reasons:
            '置き場と見守りは町内会の日々の活動に根づいた。道具と点検の手引きを渡し、町内会の活動として引き継ぐ。区は年に一度の安全の相談に応じる。',
        },
        releasedOn: '2026-11-16',
      },
    ],
  },
}

/** Broken off with reasons; closed at the deadline without the group, whose answer came late and is kept. */
export const slopes: Story = {
  key: 'slopes',
  title: '坂みちの送迎',
  summary: '坂の上の住まいと診療所を会員の車で結ぶ試みでした。運転する人が足りず、途中で取りやめました。',
  agreement: {
    title: '坂みちの送迎に関する協定',
    parties: ['slope', 'ward-miyamae'],
    writtenBy: 'section',
    begunOn: '2025-04-14',
    purpose: '坂の上に住む人が、診療所に通い続けられるようにする。',
    targets: [{ indicator: '送迎の回数', value: '150', unit: '回', by: '2026-03-31' }],
    roles: [
      { party: 'slope', does: '週2回の送迎と予約の受付。', brings: '会員の車3台、運転する人4人' },
      { party: 'ward-miyamae', does: '保険と燃料の費用、診療所との調整。', brings: '費用、診療所とのつながり' },
    ],
    money: [{ party: 'ward-miyamae', yen: 190_000, for: '保険、燃料' }],
    starts_on: '2025-06-02',
    ends_on: '2026-03-31',
    offeredOn: '2025-05-07',
    signatures: [
      { on: '2025-05-12', party: 'slope', by: 'slope-driver', paper: true },
      { on: '2025-05-21', party: 'ward-miyamae', by: 'miyamae-head', paper: true },
    ],
    releasedOn: '2025-06-02',
    terminated: {
      on: '2026-01-31',
      reason:
        '運転する会員四人のうち二人が免許を返し、一人が病気になった。残る一人に続けてもらうことは安全でないと当事者が話し合い、1月末で取りやめる。利用していた11人は、一人ずつ別の通い方につないだ。',
      told: '運転する人がそろわず、安全に続けられなくなったため、当事者の話し合いで取りやめました。利用していた11人の方は、お一人ずつ別の通い方につなぎました。',
    },
  },
  project: {
    by: 'section',
    enteredOn: '2025-05-26',
    purpose: '坂の上の住まいと診療所を結び、通院を続けられるようにする。',
    forms: ['ward-project'],
    fields: ['local-issues'],
    wards: ['miyamae'],
    starts_on: '2025-06-02',
    ends_on: '2026-01-31',
    budget_yen: 190_000,
    actual_yen: 133_870,
    targets: [
      { indicator: '送迎の回数', value: '150', unit: '回', by: '2026-03-31', result: '96', resultOn: '2026-02-05' },
    ],
    reports: [
      {
        on: '2025-09-16',
        by: 'section',
        title: '三か月で52回（五十嵐代表からの葉書）',
        text: '「火曜の車はいつも満員。わたしも七十六になり、来年は自分が乗る側かもしれません。若い運転手を探していますが、平日の昼に空いている若い人は、なかなか」',
        active: 4,
        passive: 11,
      },
      {
        on: '2026-01-20',
        by: 'section',
        title: '11人の次の通い方',
        text: '診療所の相談員の方と、お一人ずつ次の通い方を決めました。往診に変えた方が4人、家族の送迎が3人、乗り合いのタクシーが3人、転居が1人です。',
      },
    ],
    startedOn: '2025-06-02',
    releasedOn: '2025-06-05',
    evaluations: [
      {
        fiscalYear: 2025,
        openedOn: '2026-04-01',
        deadline: '2026-04-30',
        answers: [
          {
            party: 'ward-miyamae',
            by: 'section',
            on: '2026-04-24',
            marks: { purpose: '4', roles: '2', equality: '3', transparency: '3', service: '3', resources: '1' },
            words: {
              roles: '運転する方の年齢を知りながら、次の担い手を探すことを団体だけの役割にしていました。',
              resources:
                '費用は足りましたが、運転する人が足りなくなるとの葉書を9月にいただいてから、動き出すまでに二か月かかりました。',
            },
          },
          {
            party: 'slope',
            by: 'slope-driver',
            on: '2026-05-18',
            paper: true,
            marks: { purpose: '4', roles: '3', equality: '4', transparency: '3', service: '4', resources: '1' },
            words: {
              service: '96回、一度も事故なし。これは会員の誇りです。',
              resources: '人です。人がいませんでした。葉書を書いたときに、電話にすればよかった。',
            },
          },
        ],
        closedOn: '2026-05-01',
        decision: {
          on: '2026-05-25',
          kind: 'end',
          reasons:
            '担い手が足りず安全に続けられないため終了する。締切までに届いた市の評価だけで開き、団体の欄は「回答なし」とした。あとから届いた評価は、数に入れず、学ぶこととして記録に残す。担い手の不安を聞いたら一か月のうちに集まることを、次の地域課題対応事業から役割の表に入れる。',
        },
        releasedOn: '2026-06-01',
      },
    ],
  },
}
