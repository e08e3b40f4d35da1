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
  record verify              記録の鎖が改ざんされていないことを確かめます
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
