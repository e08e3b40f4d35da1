import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileOfDebian } from '../debian.ts'
import { blockWith } from '../guide.ts'

const folder = mkdtempSync(join(tmpdir(), 'tomoni-nginx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An installed one would begin to serve. */
const nginx = () => fileOfDebian(folder, 'nginx', '/usr/sbin/nginx')

test('nginx takes the example of the guide as it is, with the certificate that the city has', () => {
  const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'privkey.pem')]
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=tomoni.example.lg.jp']
  execFileSync('openssl', [...asked, '-keyout', key, '-out', certificate], { stdio: 'pipe' })
  const example = blockWith('install', 'proxy_pass')
    .replace('/etc/ssl/tomoni/fullchain.pem', certificate)
    .replace('/etc/ssl/tomoni/privkey.pem', key)
  const file = join(folder, 'nginx.conf')
  mkdirSync(join(folder, 'kept'))
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/kept;`)
  writeFileSync(file, `pid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\n${kept.join('\n')}\n${example}}\n`)
  const { status, stderr } = spawnSync(nginx(), ['-t', '-c', file, '-e', join(folder, 'errors')], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')])
  expect(stderr).not.toContain('[warn]')
})
