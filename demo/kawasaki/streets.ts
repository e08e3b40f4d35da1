import type { GroupSetting, PersonSetting } from '../setting.ts'

// Street, its reading, who signs for it, the reading. All invented; the pact itself is the charter's example.
const streets = `
みなと口商店街振興組合|みなとぐちしょうてんがいしんこうくみあい|大貫 誠一|おおぬき せいいち
さざなみ通り商店会|さざなみどおりしょうてんかい|三枝 房江|さえぐさ ふさえ
あかり横丁商店会|あかりよこちょうしょうてんかい|古谷 健|ふるや けん
いちょう筋商栄会|いちょうすじしょうえいかい|大久保 キミ子|おおくぼ きみこ
すずらん小路商店会|すずらんこうじしょうてんかい|李 相哲|い さんちょる
ふたば通り商栄会|ふたばどおりしょうえいかい|堀江 光男|ほりえ みつお
かもめ通り商店会|かもめどおりしょうてんかい|島袋 秀美|しまぶくろ ひでみ
時計塔通り商店会|とけいとうどおりしょうてんかい|野々村 勉|ののむら つとむ
旅籠みち商店会|はたごみちしょうてんかい|丸山 登美子|まるやま とみこ
つばめ小路商店会|つばめこうじしょうてんかい|小泉 聡|こいずみ さとし
くすのき広場商店会|くすのきひろばしょうてんかい|柴田 和代|しばた かずよ
橋のたもと商店街協同組合|はしのたもとしょうてんがいきょうどうくみあい|加瀬 勇|かせ いさむ
`
const lines = streets
  .trim()
  .split('\n')
  .map((line, at) => ({ key: `street-${at + 1}`, words: line.split('|') as [string, string, string, string] }))

/** Streets that use the web themselves; the others sign on paper. */
const online = new Set(['street-1', 'street-3', 'street-5'])

export const streetKeys = lines.map(({ key }) => key)
export const headOf = (party: string) => `${party}-head`
export const signsOnPaper = (party: string) => !online.has(party)

export const streetGroups: GroupSetting[] = lines.map(({ key, words: [name, kana] }) => ({
  key,
  name,
  kana,
  standard: ['shopping-street'],
  purpose: '通りを歩く人にも、店を開く人にも気持ちのよい商店街にする。',
  activity: '月に一度の通りの点検と清掃、季節の飾りつけ。',
  ward: 'kawasaki',
  withoutMail: !online.has(key),
}))

export const streetPeople: PersonSetting[] = lines.map(({ key, words: [street, , name, kana] }) => ({
  key: headOf(key),
  name,
  kana,
  is: `${street}の代表`,
  account: online.has(key),
  parties: [{ party: key, roles: ['representative', 'secretary', 'signatory'] }],
}))
