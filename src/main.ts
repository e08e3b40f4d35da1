import { EnvError } from './platform/env.ts'

/** What `bin/tomoni` can do: the first words of a command, and where it stands. */
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

/** What an operator can act on is one sentence; what only a developer can is the whole error. */
function sentenceOf(error: unknown): string {
  if (error instanceof EnvError) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = (error as { code?: string }).code
  if (code === 'EADDRINUSE')
    return `ポート ${process.env.PORT ?? 3000} は、ほかのプログラムが使っています。PORT=3001 のように別の番号を指定して、もう一度お試しください。`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000') {
    return `データベースにつながりません（${error.message}）。DATABASE_URL と、データベースが動いていることを確かめてください。`
  }
  if (code === '42P01' || code === '3F000' || /role "tomoni_\w+" does not exist/.test(error.message)) {
    return 'データベースが、まだ用意されていないか、このプログラムの版に合っていません。先に bin/tomoni migrate を実行してください。'
  }
  // Node says ENOENT where a folder cannot be made on a disk that is read-only.
  if (
    code === 'EACCES' ||
    code === 'EROFS' ||
    code === 'ENOSPC' ||
    (error as { syscall?: string }).syscall === 'mkdir'
  ) {
    return `ファイルに書けません（${error.message}）。DATA_DIR と FILES_DIR の場所、書き込みの権限、ディスクの空きを確かめてください。`
  }
  if ('sentence' in error || error.name === 'DataFolderInUse') return error.message
  return error.stack ?? error.message
}

const code = await main(process.argv.slice(2))
if (code !== 0) process.exit(code)
