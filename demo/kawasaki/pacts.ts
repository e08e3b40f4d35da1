import type { Story } from '../story.ts'
import { memberKeys, memberRoles } from './council.ts'
import { headOf, signsOnPaper, streetKeys } from './streets.ts'

const day = (month: string, at: number) => `${month}-${String(at).padStart(2, '0')}`

/** What each street looks after for all, beside keeping the rules itself. */
const duties = [
  'とりまとめと、年に4回の合同の点検の呼びかけ。',
  '自転車の置き方の見回り。',
  '看板の大きさの物差しを作り、貸し出す。',
  '客引きをことわる札を配る。',
  '荷捌きの時間の早見表を、運送の方に配る。',
  '点検の写真の整理。',
  '目の不自由な方と歩く日の準備。',
  '看板と品物の線を地面に引く。',
  '夜の見回りの当番表。',
  '新しく店を開く方への説明。',
  '広場での催しの日の通り道の確保。',
  '会計と、年のまとめ。',
]

/** Twelve streets, and the city is not among the parties. */
export const streets: Story = {
  key: 'streets',
  title: 'だれもが楽しく歩ける通りの約束',
  summary: '駅のまわりの12の商店街が、看板・品物・自転車・客引き・荷捌きの約束を自分たちで結びました。',
  agreement: {
    title: 'だれもが楽しく歩ける通りの協定',
    parties: streetKeys,
    writtenBy: 'street-1-head',
    begunOn: '2025-06-05',
    purpose: '駅のまわりの通りを、つえの人も、ベビーカーの人も、はじめて来た人も、だれもが楽しく歩ける通りにする。',
    targets: [
      { indicator: '合同の点検', value: '4', unit: '回', by: '2026-10-31' },
      {
        indicator: '線からはみ出した看板と品物（点検一回あたり）',
        value: '20',
        unit: '件',
        direction: 'at_most',
        by: '2026-10-31',
      },
    ],
    roles: streetKeys.map((party, at) => ({ party, does: duties[at]!, brings: '通りの店への声かけ' })),
    money: streetKeys.map((party) => ({ party, yen: 12_000, for: '線の塗料、札、早見表' })),
    starts_on: '2025-11-01',
    ends_on: '2028-10-31',
    clauses: [
      { heading: '路上の看板', text: '看板は店の壁から50センチの線より内に置き、風の強い日と閉店のあとはしまう。' },
      { heading: '品物の陳列', text: '品物も同じ線の内に置く。点字ブロックの上と、その両側30センチには何も置かない。' },
      { heading: '自転車', text: '店の人の自転車は通りに置かない。お客の自転車は、店の人が置き場まで案内する。' },
      { heading: '客引き', text: '客引きをしない。頼まれても店に入れない。' },
      {
        heading: '荷捌き',
        text: '荷の積みおろしは午前11時までに終える。終わらないときは、人が一人立って通る人を先に通す。',
      },
    ],
    offeredOn: '2025-09-10',
    signatures: streetKeys.map((party, at) => ({
      on: day('2025-10', 1 + at * 2),
      party,
      by: headOf(party),
      ...(signsOnPaper(party) ? { paper: true } : {}),
    })),
    releasedOn: '2025-11-01',
  },
  project: {
    by: 'street-1-head',
    enteredOn: '2025-10-26',
    purpose: '12の通りを、だれもが楽しく歩ける通りにする。',
    forms: ['agreement'],
    fields: ['streets'],
    wards: ['kawasaki'],
    place: '川崎駅のまわりの12の商店街',
    starts_on: '2025-11-01',
    ends_on: '2028-10-31',
    budget_yen: 144_000,
    targets: [
      { indicator: '合同の点検', value: '4', unit: '回', by: '2026-10-31', result: '4', resultOn: '2026-10-18' },
      {
        indicator: '線からはみ出した看板と品物（点検一回あたり）',
        value: '20',
        unit: '件',
        direction: 'at_most',
        by: '2026-10-31',
        result: '23',
        resultOn: '2026-10-18',
      },
    ],
    reports: [
      {
        on: '2025-11-20',
        by: 'street-1-head',
        title: '一回目の点検　87件',
        text: '12の通りを三組に分かれて歩きました。はみ出しは87件。うち30件は点検する側の役員の店で、笑うしかありませんでした。まず自分の店から、と決めました。',
        photos: [{ scene: 'lane', shows: '品物のはみ出しを数えて歩いた駅前の通り（見本の絵）' }],
        active: 26,
      },
      {
        on: '2026-03-12',
        by: 'street-3-head',
        title: '目の不自由な方と歩いた日',
        text: '白いつえの方四人と横丁を歩きました。困るのは看板より「日によって場所が変わる物」だそうです。動かさない植木鉢は、むしろ目印になると伺いました。線の内でも置き場所を変えない、という一行を申し合わせに足しました。',
        active: 14,
        passive: 4,
      },
      {
        on: '2026-10-19',
        by: 'street-1-head',
        title: '四回目の点検　23件',
        text: '87、52、31、そして23件。めざした20件にはあと三つです。残った看板の多くは、建物の二階や地下のお店のもの。入口の共同の案内板を三つの通りで試します。費用の分け方は次の集まりで。',
        active: 29,
      },
    ],
    startedOn: '2025-11-01',
    releasedOn: '2025-11-04',
  },
}

const parties = ['city', 'ward-kawasaki', 'second', ...memberKeys]

/** Forty-three bodies, public and private, in one council. */
export const stranded: Story = {
  key: 'stranded',
  title: '帰れない夜を、慌てずに越える',
  summary: '駅のまわりの43の機関が、大きな地震で帰れなくなった人を混乱なく支える約束と訓練を重ねます。',
  agreement: {
    title: '駅周辺の帰宅困難者を支える協議会の規約',
    parties,
    writtenBy: 'section',
    begunOn: '2025-04-08',
    purpose:
      '大きな地震のあと、駅のまわりに残された人を一斉に動かさず、確かな知らせと休む場所を届け、けが人と混乱を出さない。',
    targets: [
      { indicator: '図上の訓練', value: '2', unit: '回', by: '2026-12-31' },
      { indicator: '一時滞在の場所の受け入れ', value: '2400', unit: '人分', by: '2027-03-31' },
    ],
    roles: [
      { party: 'city', does: '協議会の事務、連絡班の取りまとめ、国と県との連絡。', brings: '備蓄の水と毛布、防災無線' },
      {
        party: 'ward-kawasaki',
        does: '区の災害本部との連絡、住民の避難所との調整。',
        brings: '区役所の会議室、職員の当番',
      },
      {
        party: 'second',
        does: 'やさしい日本語と四つの言語の案内文、訓練の司会。',
        brings: '通訳のできる会員、訓練の台本',
      },
      ...memberRoles,
    ],
    starts_on: '2025-09-01',
    ends_on: '2028-03-31',
    clauses: [
      { heading: '席', text: '43の機関は一つずつ席をもち、そのなかから連絡班・滞在班・案内班の世話役を三人ずつ選ぶ。' },
    ],
    offeredOn: '2025-06-02',
    signatures: [
      { on: '2025-06-04', party: 'second', by: 'neighbour' },
      { on: '2025-06-06', party: 'ward-kawasaki', by: 'kawasaki-head', paper: true },
      ...memberKeys.map((party, at) => ({
        on: at < 20 ? day('2025-06', 9 + at) : day('2025-07', at - 18),
        party,
        by: headOf(party),
        paper: true,
      })),
      { on: '2025-08-04', party: 'city', by: 'signatory' },
    ],
    releasedOn: '2025-09-01',
  },
  project: {
    by: 'section',
    enteredOn: '2025-08-18',
    purpose: '帰れない人を一斉に動かさず、確かな知らせと休む場所を届ける。',
    forms: ['council'],
    fields: ['disaster'],
    wards: ['kawasaki', 'saiwai'],
    place: '川崎駅のまわり',
    particulars: { seats: '43の機関に一席ずつ。世話役は連絡班・滞在班・案内班に三人ずつ、任期は一年。' },
    starts_on: '2025-09-01',
    ends_on: '2028-03-31',
    targets: [
      { indicator: '図上の訓練', value: '2', unit: '回', by: '2026-12-31', result: '1', resultOn: '2026-02-06' },
      { indicator: '一時滞在の場所の受け入れ', value: '2400', unit: '人分', by: '2027-03-31' },
    ],
    milestones: [
      { title: '第1回の図上の訓練', due_on: '2026-02-28', doneOn: '2026-02-05' },
      { title: '夜の誘導の訓練', due_on: '2026-09-30', doneOn: '2026-09-04' },
      { title: '第2回の図上の訓練', due_on: '2026-12-10' },
    ],
    reports: [
      {
        on: '2026-02-06',
        by: 'section',
        title: '図上の訓練　平日の午後6時、雨',
        text: '43機関のうち39機関が参加。地図の上で、はじめの一時間に人が動いたのは三つの出口でした。電車の再開の見込みを急いで流したために、歩きだした人が戻ってしまう、という失敗を二つの班で続けて経験しました。「見込みは、二つの機関が確かめてから」と改めます。',
        photos: [{ scene: 'evening', shows: '明かりを手に、駅から歩き出す夜の列（見本の絵）' }],
        active: 61,
      },
      {
        on: '2026-06-11',
        by: 'neighbour',
        title: '「滞在」が伝わらない',
        text: '日本語を学ぶ方12人に案内文を読んでもらいました。「一時滞在施設」は全員が、「泊まる所」だと受け取りました。「朝まで 休む ことが できます。ベッドは ありません」に変えました。水のところに絵を足します。',
        active: 6,
        passive: 12,
      },
      {
        on: '2026-09-05',
        by: 'section',
        title: '夜の誘導の訓練',
        text: '商店街の目印の旗は、暗いと見えませんでした。旗の竿に小さなあかりを付ける案を、商店街の二つの連合会が試します。車いすの方と一緒の組は、地下の通路が早いと思い込んでいましたが、エレベーターが止まると行き止まりになります。地図を直しました。',
        active: 88,
        passive: 140,
      },
    ],
    startedOn: '2025-09-01',
    releasedOn: '2025-09-02',
  },
}
