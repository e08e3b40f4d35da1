import { keepAnchor } from './record-anchor.ts'

/** Gives up the anchors before now, with a reason that every later verification repeats. */
export async function run(words: string[]): Promise<number> {
  const reason = words.join(' ').trim()
  if (!reason) {
    process.stderr.write(
      '控えを取り直す理由を書いてください。例: tomoni record renew "11月30日のバックアップから戻したため"\n',
    )
    return 2
  }
  await keepAnchor(reason)
  return 0
}
