import { describeProblems } from '../modules/charters/index.ts'
import { readCityFolder } from './charter-folder.ts'

export async function run([folder]: string[]): Promise<number> {
  if (!folder) {
    process.stderr.write('指針のフォルダーを指定してください。例: tomoni charter check charters/my-city\n')
    return 2
  }
  const read = readCityFolder(folder)
  if ('problems' in read) {
    process.stdout.write(`${describeProblems(read.problems)}\n`)
    return 1
  }
  const { city, version } = read.charter
  process.stdout.write(
    `✓ ${city.name.ja} 版${version.number}（${version.inForceOn}から）: 正しく読めました。 The charter reads well.\n`,
  )
  return 0
}
