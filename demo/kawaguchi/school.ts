import type { Story } from '../story.ts'

/** Flowers at school: adopted, offered, not begun. */
export const school: Story[] = [
  {
    key: 'school-beds',
    title: '学校花壇の出前教室',
    summary: '小学校の花壇を、種まきから花がら摘みまで子どもたちが自分の手で育てられるよう、年4回の教室に出向きます。',
    proposal: {
      programme: 'proposal-scheme',
      party: 'first',
      by: 'secretary',
      begunOn: '2026-07-22',
      answers: {
        title: '学校花壇の出前教室',
        theme: ['greenery', 'education'],
        role: 'with-city',
        issue:
          '学校の花壇は、植えた日は華やかでも夏休みに枯れてしまうことが多く、先生方から「育て方を聞ける人がいない」と相談を受けています。',
        content:
          '年4回、会員3人ずつで学校に伺い、土づくり・種まき・花がら摘み・球根植えを教えます。夏休みの水やりは、近所に住む会員と当番表で分けます。',
        parties: [
          { name: 'みどり課', part: '苗の手配' },
          { name: '市内の小学校（希望する学校）', part: '会場' },
        ],
        strengths: [
          { party: 'みどりの架け橋', does: '教室の講師と夏の水やり', brings: '育てる知識と人手' },
          { party: '市', does: '学校への案内、苗と土の手配', brings: '苗・培養土' },
        ],
        'ask-city': '校長会での説明の時間を10分いただきたいです。',
        targets: [{ indicator: '教室を開く学校', value: '3校', by: '2028-03-31' }],
        budget: [
          { side: 'income', item: '会費から', yen: '40000', note: '' },
          { side: 'expense', item: '種・道具', yen: '40000', note: '移植ごて20本など' },
        ],
      },
      submittedOn: '2026-08-20',
      acceptedOn: '2026-08-27',
      department: 'department-office',
      talksOn: '2026-09-03',
      messages: [
        {
          on: '2026-09-03',
          by: 'officer',
          text: '受付ありがとうございます。学校に伺う前に、二つ教えてください。夏休みの水やりで校門の鍵はどうされますか。また、会員の方がけがをされたときの保険は入っていますか。',
        },
        {
          on: '2026-09-05',
          by: 'secretary',
          text: '保険は、会の行事保険に一人30円で入っています。鍵のことは考えていませんでした。以前伺った学校では、学童の先生が開けてくださいました。',
        },
        {
          on: '2026-09-17',
          by: 'officer',
          text: '学校に確かめました。平日の9時から16時なら日直の先生がいるので、鍵は預からずに済みます。お盆の一週間だけは閉まります。その週は自動の水やり器を市から貸します。',
        },
        {
          on: '2026-09-18',
          by: 'representative',
          text: '水やり器は助かります。うちの会員は平均67歳でして、お盆の暑さだけが心配でした。',
        },
      ],
      reviewOn: '2026-10-06',
      decision: {
        on: '2026-11-04',
        kind: 'adopted',
        reasons:
          '学校と会の役割がはっきりしており、夏の間の世話まで無理のない形が話し合いで決まっている。子どもが最後まで育てる経験は、学校だけでも会だけでもつくれない。',
        releasedOn: '2026-11-05',
      },
    },
    agreement: {
      parties: ['first', 'city'],
      writtenBy: 'officer',
      begunOn: '2026-11-06',
      purpose: '子どもたちが、学校の花壇を種まきから次の年の種取りまで自分の手で育てられるようにする。',
      targets: [{ indicator: '教室を開く学校', value: '3', unit: '校', by: '2028-03-31' }],
      roles: [
        { party: 'first', does: '年4回の教室の講師、夏の水やり当番', brings: '花を育てる知識と会員の人手' },
        {
          party: 'city',
          does: '学校との日程の調整、苗と土の手配、お盆の週の水やり器の貸し出し',
          brings: '苗・培養土・水やり器などの物品',
        },
      ],
      money: [{ party: 'first', yen: 40000, for: '種と移植ごて' }],
      starts_on: '2027-04-01',
      ends_on: '2028-03-31',
      sunset_on: '2028-02-28',
      offeredOn: '2026-11-12',
      signatures: [{ on: '2026-11-14', party: 'first', by: 'secretary' }],
    },
    project: {
      by: 'officer',
      enteredOn: '2026-11-13',
      purpose: '子どもたちが、学校の花壇を種まきから次の年の種取りまで自分の手で育てられるようにする。',
      beneficiaries: '市内の小学生',
      place: '希望する小学校の花壇',
      parties: [
        {
          party: 'first',
          role: '講師',
          does: '年4回の教室の講師、夏の水やり当番',
          brings: '花を育てる知識と会員の人手',
        },
        { party: 'city', role: '調整', does: '学校との日程の調整、苗と土の手配', brings: '苗・培養土・水やり器' },
      ],
      forms: ['proposal'],
      fields: ['greenery', 'education'],
      starts_on: '2027-04-01',
      ends_on: '2028-03-31',
      budget_yen: 40000,
      milestones: [{ title: '校長会で説明する', due_on: '2027-02-19' }],
    },
  },
]
