import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHouse } from '../house/source.ts'

// Attack class 22: the server requests no address that people typed. A new place that makes requests is added here with the
// addresses it may use, and with a test of one that leads inside the network.

const packages = 'node:(http|https|http2|net|tls|dgram|dns|dns/promises)|undici|axios|got|node-fetch|ws|nodemailer'
const asking = new RegExp(`\\bfetch\\(|^(?!import type).*(from|import\\() ?['"](${packages})['"]`, 'm')

/** The files that open connections, and the variable of the environment that names the host. */
const known: Record<string, string> = {
  'src/platform/files/s3.ts': 'S3_ENDPOINT',
  'src/platform/files/scanner.ts': 'SCANNER_URL',
  'src/platform/mail/transport.ts': 'SMTP_URL',
  'src/platform/db/lock.ts': 'a socket of its own folder, only listened on',
  'src/platform/web/address.ts': 'reads addresses, opens nothing',
  'src/commands/server.ts': 'listens',
}

const sources = readHouse(join(import.meta.dirname, '../..')).sources.filter(
  ({ path }) => path.startsWith('src/') && !/\.test\.tsx?$|\.client\.ts$/.test(path),
)

test('the program opens connections in five known places, and nowhere else', () => {
  expect(sources.length).toBeGreaterThan(150)
  const found = sources.filter(({ text }) => asking.test(text)).map(({ path }) => path)
  expect(found.sort()).toEqual(Object.keys(known).sort())
})
