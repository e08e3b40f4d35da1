import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { sentenceOf } from './sentence.ts'

const refusedAt = (host: string) =>
  new Promise<Error>((resolve, reject) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(0, host, () => server.close(() => reject(new Error('It listens.'))))
  })

test('an address that this machine does not have is said in one sentence that names HOST', async () => {
  const said = sentenceOf(await refusedAt('192.0.2.1'), { HOST: '192.0.2.1' })
  expect(said).toContain('HOST に書かれた 192.0.2.1 は、このサーバーのアドレスではありません')
  expect(said).not.toContain('\n')
})

test('a name in HOST that nobody knows is not blamed on the database', () => {
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND web.invalid'), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname: 'web.invalid',
  })
  expect(sentenceOf(unknown, { HOST: 'web.invalid' })).toContain('HOST に書かれた web.invalid')
  expect(sentenceOf(unknown, {})).toContain('データベースにつながりません')
})

test('a port that needs more rights is not blamed on the files', () => {
  const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' })
  expect(sentenceOf(error, { PORT: '80' })).toContain('ポート 80 で待ち受けることが許されていません')
  expect(sentenceOf(Object.assign(error, { syscall: 'open' }), {})).toContain('ファイルに書けません')
})

test('a full disk of the database is said as one, and that nothing was written', () => {
  const full = Object.assign(new Error('could not extend file "base/5/16384"'), { code: '53100' })
  expect(sentenceOf(full)).toBe(
    'データベースを置くディスクに空きがないため、何も書かずに止めました。空きをつくってから、もう一度実行してください。',
  )
})
