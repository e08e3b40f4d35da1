import { EnvError } from '../platform/env.ts'

/** An error that the operator can act on becomes one sentence; any other is printed whole for a developer. */
export function sentenceOf(error: unknown, env: Partial<Record<string, string>> = process.env): string {
  if (error instanceof EnvError) return error.message
  if (!(error instanceof Error)) return String(error)
  const { code, syscall, hostname } = error as { code?: string; syscall?: string; hostname?: string }
  const port = env.PORT?.trim() || 3000
  if (code === 'EADDRINUSE')
    return `ポート ${port} は、ほかのプログラムが使っています。PORT=3001 のように別の番号を指定して、もう一度お試しください。`
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && hostname && hostname === env.HOST?.trim()))
    return `HOST に書かれた ${env.HOST?.trim()} は、このサーバーのアドレスではありません。同じサーバーのプロキシから受けるときは HOST を書かず（127.0.0.1 になります）、すべてのアドレスで待ち受けるときは HOST=0.0.0.0 と書いてください。`
  if (code === 'EACCES' && syscall === 'listen')
    return `ポート ${port} で待ち受けることが許されていません。PORT=3000 のように1024以上の番号を指定して、プロキシを手前に置いてください。`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000') {
    return `データベースにつながりません（${error.message}）。DATABASE_URL と、データベースが動いていることを確かめてください。`
  }
  if (
    ['42P01', '42703', '42883', '3F000'].includes(code ?? '') ||
    /role "tomoni_\w+" does not exist/.test(error.message)
  ) {
    return 'データベースが、まだ用意されていないか、このプログラムの版に合っていません。先に bin/tomoni migrate を実行してください。'
  }
  if (code === '53100')
    return 'データベースを置くディスクに空きがないため、何も書かずに止めました。空きをつくってから、もう一度実行してください。'
  // Node reports ENOENT for a folder that cannot be made on a read-only disk.
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC' || syscall === 'mkdir') {
    return `ファイルに書けません（${error.message}）。DATA_DIR と FILES_DIR の場所、書き込みの権限、ディスクの空きを確かめてください。`
  }
  if ('sentence' in error || error.name === 'DataFolderInUse') return error.message
  return error.stack ?? error.message
}
