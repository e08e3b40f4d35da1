import type { Story } from '../story.ts'

/** One valley in two wards; its memorandum ran its term. */
export const valley: Story = {
  key: 'valley',
  title: '谷戸の田んぼと竹林の世話',
  summary: '麻生区と多摩区にまたがる谷戸で、竹を切り、小さな田んぼの水を守りました。',
  agreement: {
    title: '谷戸の世話に関する覚書',
    parties: ['first', 'city'],
    writtenBy: 'secretary',
    begunOn: '2025-04-10',
    purpose: '竹の広がりを止め、谷戸の小さな水の流れを保つ。',
    targets: [{ indicator: '切った竹', value: '400', unit: '本', by: '2026-03-31' }],
    roles: [
      { party: 'first', does: '竹の伐採、水路の泥上げ、観察会。', brings: '会員15人、粉砕機' },
      { party: 'city', does: '土地の使い方の調整、竹の運び出し。', brings: '作業の場所、運ぶ車' },
    ],
    money: [
      { party: 'city', yen: 150_000, for: '竹の運び出しと処分' },
      { party: 'first', yen: 60_000, for: '粉砕機の燃料、観察会の保険' },
    ],
    starts_on: '2025-05-15',
    ends_on: '2026-03-31',
    offeredOn: '2025-04-24',
    signatures: [
      { on: '2025-04-26', party: 'first', by: 'secretary' },
      { on: '2025-05-09', party: 'city', by: 'signatory' },
    ],
    releasedOn: '2025-05-15',
  },
  project: {
    by: 'officer',
    enteredOn: '2025-05-12',
    department: 'department-office',
    purpose: '谷戸の水と生きものを守り、竹を暮らしの材料に戻す。',
    forms: ['collaboration-project'],
    fields: ['greenery'],
    wards: ['asao', 'tama'],
    starts_on: '2025-05-15',
    ends_on: '2026-03-31',
    budget_yen: 210_000,
    actual_yen: 204_600,
    targets: [
      { indicator: '切った竹', value: '400', unit: '本', by: '2026-03-31', result: '512', resultOn: '2026-03-20' },
    ],
    reports: [
      {
        on: '2025-07-06',
        by: 'secretary',
        title: '田んぼにホトケドジョウ',
        text: '泥上げの途中で見つけ、バケツで上流に移しました。三年ぶりです。場所は書かないでおきます。',
        photos: [{ scene: 'river', shows: '谷戸の田んぼへ入る、浅い水の流れ（見本の絵）' }],
        active: 13,
        passive: 18,
      },
      {
        on: '2026-02-15',
        by: 'representative',
        title: '竹の行き先',
        text: '切った竹のうち、砕いて畑に入れたのが七割、門松と竹とんぼになったのが一割。残りの二割は運び出しました。畑の方から「来年は足りない」と言われています。',
        active: 16,
      },
    ],
    startedOn: '2025-05-15',
    releasedOn: '2025-05-20',
    evaluations: [
      {
        fiscalYear: 2025,
        openedOn: '2026-04-01',
        deadline: '2026-04-30',
        answers: [
          {
            party: 'first',
            by: 'secretary',
            on: '2026-04-12',
            marks: { purpose: '4', roles: '4', equality: '3', transparency: '3', service: '4', resources: '3' },
            words: { story: '竹を「片づける物」から「足りない物」に変えられました。' },
          },
          {
            party: 'city',
            by: 'section',
            on: '2026-04-20',
            marks: { purpose: '4', roles: '4', equality: '4', transparency: '3', service: '4', resources: '3' },
            words: { service: '区の境をまたぐ流れを、一つの計画で見られました。' },
          },
        ],
        decision: {
          on: '2026-05-20',
          kind: 'continue',
          reasons: '竹の伐採は目標をこえ、使い道も育った。水路の泥上げを加えて続ける。',
        },
        releasedOn: '2026-05-27',
      },
    ],
  },
}

/** Its next year: the memorandum lies with the city for its signature, and the work has not begun. */
export const valleyAgain: Story = {
  key: 'valley-again',
  title: '谷戸の田んぼと竹林の世話（2年目）',
  summary: '水路の泥上げを加え、切った竹を畑の方に届けるところまでを、二つの区にまたがって行います。',
  agreement: {
    title: '谷戸の世話に関する覚書（2年目）',
    parties: ['first', 'city'],
    writtenBy: 'section',
    begunOn: '2026-10-08',
    purpose: '竹の広がりを止め、水路の流れを保ち、切った竹を余さず使う。',
    targets: [
      { indicator: '泥を上げた水路', value: '180', unit: 'メートル', by: '2027-03-31' },
      { indicator: '畑に届けた竹の粉', value: '40', unit: '袋', by: '2027-03-31' },
    ],
    roles: [
      { party: 'first', does: '竹の伐採と粉砕、水路の泥上げ、観察会。', brings: '会員15人、粉砕機' },
      { party: 'city', does: '土地の使い方の調整、畑の方への声かけ。', brings: '作業の場所' },
    ],
    money: [
      { party: 'city', yen: 160_000, for: '泥を上げた土の運び出し' },
      { party: 'first', yen: 70_000, for: '粉砕機の燃料と袋、観察会の保険' },
    ],
    starts_on: '2026-12-01',
    ends_on: '2027-11-30',
    offeredOn: '2026-11-09',
    signatures: [{ on: '2026-11-14', party: 'first', by: 'secretary' }],
  },
  project: {
    by: 'officer',
    enteredOn: '2026-11-12',
    department: 'department-office',
    purpose: '谷戸の水の流れを保ち、切った竹を畑に戻す。',
    forms: ['collaboration-project'],
    fields: ['greenery'],
    wards: ['asao', 'tama'],
    starts_on: '2026-12-01',
    ends_on: '2027-11-30',
    budget_yen: 230_000,
    targets: [
      { indicator: '泥を上げた水路', value: '180', unit: 'メートル', by: '2027-03-31' },
      { indicator: '畑に届けた竹の粉', value: '40', unit: '袋', by: '2027-03-31' },
    ],
    milestones: [{ title: '水路を両者で歩く', due_on: '2026-12-13' }],
  },
}
