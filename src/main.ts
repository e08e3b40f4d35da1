import { sentenceOf } from './commands/sentence.ts'

/** The commands of `bin/tomoni`, by their first words. */
const commands: Record<string, () => Promise<{ run(args: string[]): Promise<number | void> }>> = {
  serve: () => import('./commands/serve.ts'),
  demonstration: () => import('./commands/demonstration.ts'),
  migrate: () => import('./commands/migrate.ts'),
  'charter check': () => import('./commands/charter-check.ts'),
  'charter apply': () => import('./commands/charter-apply.ts'),
  'charter schema': () => import('./commands/charter-schema.ts'),
  administrator: () => import('./commands/administrator.ts'),
  'record verify': () => import('./commands/record-verify.ts'),
  'record anchor': () => import('./commands/record-anchor.ts'),
  'record renew': () => import('./commands/record-renew.ts'),
  'record erase': () => import('./commands/record-erase.ts'),
  'search rebuild': () => import('./commands/search-rebuild.ts'),
  'secret renew': () => import('./commands/secret-renew.ts'),
  jobs: () => import('./commands/jobs.ts'),
  backup: () => import('./commands/backup.ts'),
  generate: () => import('./commands/generate.ts'),
}

const usage = `使い方: tomoni <コマンド>

  serve                      ウェブサーバーと後処理を動かします（本番）
  migrate                    データベースを最新の形にします
  charter check <フォルダー>   指針のデータを確かめます
  charter apply <フォルダー>   指針の新しい版を、動いている市に適用します
  charter schema             指針の形（JSON Schema）を書き出します
  administrator <市> <メール> <氏名>  市のはじめのシステム管理者を招きます
  record verify [控え…]        記録と、記録にもとづくデータが書き換えられていないことを確かめます
  record anchor              記録の見出しを、データベースの外に控えます
  record renew <理由>         記録の見出しの控えを、理由を付けて取り直します
  record erase <市> <番号> <理由>  記録の本文（名前など）を消去し、そのことを記録します
  search rebuild             検索の表をつくり直します
  secret renew               SECRET を替えたあと、確認コードの登録を新しい SECRET で封じ直します
  jobs [--again <番号>]       止まっている作業を示し、もう一度試します
  backup <ファイル>            組み込みデータベースの控えを書き出します
  generate                   db/schema.sql と docs/generated を書き出します
`

async function main(args: string[]): Promise<number> {
  const two = args.slice(0, 2).join(' ')
  const name = commands[two] ? two : (args[0] ?? '')
  const command = commands[name]
  if (!command) {
    process.stdout.write(usage)
    return args.length === 0 || args[0] === 'help' ? 0 : 2
  }
  try {
    return (await (await command()).run(args.slice(name.split(' ').length))) ?? 0
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    return 1
  }
}

const code = await main(process.argv.slice(2))
if (code !== 0) process.exit(code)
