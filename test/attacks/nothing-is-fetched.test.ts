import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHouse } from '../house/source.ts'

// Attack class 22: the server asks nobody for anything that people wrote down. Whoever adds a place where it asks at all
// says here which address it can be, and tries what happens when that leads inside the house.

const packages = 'node:(http|https|http2|net|tls|dgram|dns|dns/promises)|undici|axios|got|node-fetch|ws|nodemailer'
const asking = new RegExp(`\\bfetch\\(|(from|import\\() ?['"](${packages})['"]`)

/** Where the program may open a connection, and to whom: always to what the operator wrote into the environment. */
const known: Record<string, string> = {
  'src/platform/files/s3.ts': 'S3_ENDPOINT',
  'src/platform/mail/transport.ts': 'SMTP_URL',
  'src/platform/db/lock.ts': 'a socket of its own folder, only listened on',
  'src/commands/server.ts': 'listens',
}

const sources = readHouse(join(import.meta.dirname, '../..')).sources.filter(
  ({ path }) => path.startsWith('src/') && !/\.test\.tsx?$|\.client\.ts$/.test(path),
)

test('the program opens connections in four known places, and nowhere else', () => {
  expect(sources.length).toBeGreaterThan(150)
  const found = sources.filter(({ text }) => asking.test(text)).map(({ path }) => path)
  expect(found.sort()).toEqual(Object.keys(known).sort())
})
