import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { isNetwork } from './web/address.ts'

/** `production` refuses the demonstration's defaults; `command` needs no address or mail server, but names its data. */
export type Purpose = 'demonstration' | 'production' | 'command'

/** Public, since it is in the source: good enough for a demonstration on one's own machine, refused in production. */
const DEMONSTRATION_SECRET = 'demonstration-only-not-a-secret-0123456789'

/** Errors in the environment, one line per variable: what to write, and an example. */
export class EnvError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(['環境変数を確認してください。', ...problems.map(sentence)].join('\n'))
    this.name = 'EnvError'
  }
}

interface Problem {
  variable: string
  message: string
}

const wholeNumber = (from: number, to: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((n) => n >= from && n <= to, message)

const url = (protocols: string[], message: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), message)

const variables = z.object({
  // 0 takes any free port.
  PORT: wholeNumber(0, 65_535, '待ち受けるポートを0から65535までの数字で書いてください').default(3000),
  // Only this machine by default: a reverse proxy usually runs on it.
  HOST: z.string().default('127.0.0.1'),
  // A PostgreSQL server (15 or newer), as the web login. Without it the embedded database in DATA_DIR is used.
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'PostgreSQLの接続先をURLで書いてください').optional(),
  // The login that owns the tables, for `tomoni migrate` alone; the web login may not change them.
  DATABASE_OWNER_URL: url(['postgres:', 'postgresql:'], 'PostgreSQLの所有者の接続先をURLで書いてください').optional(),
  // Connections per process to a PostgreSQL server. The embedded database always has one.
  DATABASE_CONNECTIONS: wholeNumber(2, 500, '接続数を2から500までの数字で書いてください').default(10),
  // The folder of the embedded database, and of files unless FILES_DIR or S3_BUCKET is set.
  DATA_DIR: z.string().default('./data'),
  // The address of the product in mails, letters and links. Default: this machine and PORT.
  PUBLIC_URL: url(['http:', 'https:'], '利用者が開くアドレスを http:// か https:// から書いてください').optional(),
  // Signs and encrypts values that browsers keep. A change signs everybody out.
  SECRET: z
    .string()
    .min(32, '推測できない32文字以上の文字列を書いてください（openssl rand -base64 32 で作れます）')
    .default(DEMONSTRATION_SECRET),
  // The SECRET before, while it is being changed: what it locked still opens until `tomoni secret renew` has run.
  SECRET_BEFORE: z.string().min(32, '前に使っていた32文字以上の文字列を書いてください').optional(),
  // Where a weakness of the product may be reported (security.txt). Default: the address of MAIL_FROM.
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/|tel:)\S+$/, 'mailto: か https:// で始まる連絡先を書いてください')
    .optional(),
  // The mail server. Without it the demonstration shows its mails on a page.
  SMTP_URL: url(['smtp:', 'smtps:'], 'メールサーバーを smtp:// か smtps:// から書いてください').optional(),
  MAIL_FROM: z.string().includes('@', '差出人をメールアドレスで書いてください').default('Tomoni <tomoni@localhost>'),
  // The folder of uploaded files. Default: `files` in DATA_DIR.
  FILES_DIR: z.string().optional(),
  // The file in which the worker anchors the heads of the record, best on another disk. Default: `anchors.jsonl` in DATA_DIR.
  ANCHORS_FILE: z.string().optional(),
  // A mail address that gets the anchored heads every night, too.
  ANCHORS_TO: z.string().includes('@', '控えの送り先をメールアドレスで書いてください').optional(),
  // Keeps uploaded files in S3-compatible storage instead of on disk: set all of these, or none.
  S3_ENDPOINT: url(
    ['http:', 'https:'],
    'S3互換ストレージのアドレスを http:// か https:// から書いてください',
  ).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('auto'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  // The most megabytes of files that one person, and one city, may have stored.
  FILES_PERSON_MB: wholeNumber(1, 999_999, 'お一人が預けられるファイルの量をMBの数字で書いてください').default(5_000),
  FILES_CITY_MB: wholeNumber(1, 999_999, 'ひとつの市が預けられるファイルの量をMBの数字で書いてください').default(
    50_000,
  ),
  // The virus scanner (clamd) that each uploaded file is shown to. While it is away no file is taken.
  SCANNER_URL: url(
    ['tcp:', 'unix:'],
    'ウイルス検査（clamd）のつなぎ先を tcp:// か unix: から書いてください',
  ).optional(),
  // Whether this process answers requests, runs jobs, or both.
  ROLE: z.enum(['web', 'worker', 'all'], 'web・worker・all のいずれかを書いてください').default('all'),
  // The number of reverse proxies before the program; X-Forwarded-For is trusted that far and no further.
  TRUST_PROXY: wholeNumber(0, 10, '手前にあるプロキシの段数を0から10までの数字で書いてください').default(0),
  // The addresses or networks of the proxy next to the program. Default: this machine and private networks.
  PROXY_ADDRESSES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((list) => list.every(isNetwork), 'プロキシのアドレスを、コンマで区切って書いてください')
    .optional(),
  // The least level that is written to the log.
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'debug・info・warn・error のいずれかを書いてください')
    .default('info'),
})

const examples: Partial<Record<string, string>> = {
  PORT: '3000',
  DATABASE_URL: 'postgres://tomoni_web:パスワード@db.example.lg.jp/tomoni',
  DATABASE_OWNER_URL: 'postgres://tomoni_owner:パスワード@db.example.lg.jp/tomoni',
  DATABASE_CONNECTIONS: '10',
  PUBLIC_URL: 'https://tomoni.example.lg.jp',
  SECRET: 'q8Zf…（32文字以上）',
  SECRET_BEFORE: 'p7Ye…（前のSECRET）',
  SECURITY_CONTACT: 'mailto:security@example.lg.jp',
  SMTP_URL: 'smtp://mail.example.lg.jp:587',
  MAIL_FROM: '協働推進課 <kyodo@example.lg.jp>',
  ANCHORS_FILE: '/srv/tomoni/anchors.jsonl',
  ANCHORS_TO: 'kansa@example.lg.jp',
  S3_ENDPOINT: 'https://s3.example.lg.jp',
  S3_BUCKET: 'tomoni-files',
  S3_ACCESS_KEY_ID: 'AKIA…',
  S3_SECRET_ACCESS_KEY: 'wJal…',
  FILES_PERSON_MB: '5000',
  FILES_CITY_MB: '50000',
  SCANNER_URL: 'unix:/run/clamav/clamd.ctl',
  ROLE: 'all',
  TRUST_PROXY: '1',
  PROXY_ADDRESSES: '10.0.0.5,10.1.0.0/16',
  LOG_LEVEL: 'info',
}

/** The parsed environment, with defaults. */
export type Env = Required<Pick<z.infer<typeof variables>, 'PUBLIC_URL' | 'FILES_DIR'>> &
  Omit<z.infer<typeof variables>, 'PUBLIC_URL' | 'FILES_DIR'> & {
    /** Set by the command, never by a variable. */
    DEMONSTRATION: boolean
  }

/** Reads and checks every variable once, at start. Throws an `EnvError` with all errors, not only the first. */
export function readEnv(purpose: Purpose, source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(given)
  const problems: Problem[] = parsed.success
    ? [
        ...storageProblems(parsed.data),
        ...(purpose === 'demonstration' ? [] : placeProblems(given)),
        ...(purpose === 'production' ? productionProblems(given) : []),
      ]
    : parsed.error.issues.map((issue) => ({ variable: String(issue.path[0]), message: issue.message }))
  if (!parsed.success || problems.length) throw new EnvError(problems)
  const env = parsed.data
  return {
    ...env,
    DATA_DIR: resolve(env.DATA_DIR),
    FILES_DIR: resolve(env.FILES_DIR ?? join(env.DATA_DIR, 'files')),
    ANCHORS_FILE: anchorsFile(given, env.DATA_DIR),
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    DEMONSTRATION: purpose === 'demonstration',
  }
}

/** A server without a data folder of its own has no place that the heads could be written to by default. */
function anchorsFile(given: Record<string, string | undefined>, folder: string): string | undefined {
  if (given.ANCHORS_FILE) return resolve(given.ANCHORS_FILE)
  return given.DATA_DIR || !given.DATABASE_URL ? resolve(folder, 'anchors.jsonl') : undefined
}

/** Without this check a command would make an empty database in the working directory and succeed. */
function placeProblems(given: Record<string, string | undefined>): Problem[] {
  if (given.DATABASE_URL || given.DATA_DIR) return []
  const message = '本番ではデータの置き場所を必ず書いてください（内蔵データベースで運用するときは DATA_DIR）'
  return [{ variable: 'DATABASE_URL', message }]
}

function productionProblems(given: Record<string, string | undefined>): Problem[] {
  const problems: Problem[] = []
  const refuse = (variable: string, message: string) => problems.push({ variable, message })
  if (!given.SECRET || given.SECRET === DEMONSTRATION_SECRET)
    refuse('SECRET', '本番では、この設置だけの32文字以上の文字列を書いてください（openssl rand -base64 32 で作れます）')
  if (!given.SMTP_URL) refuse('SMTP_URL', '本番ではメールサーバーを必ず書いてください')
  if (!given.MAIL_FROM) refuse('MAIL_FROM', '本番では差出人を必ず書いてください')
  if (given.ROLE !== 'web' && !anchorsFile(given, '.'))
    refuse('ANCHORS_FILE', '記録の見出しを控えるファイルを、データベースとは別の場所に書いてください')
  if (!given.PUBLIC_URL) refuse('PUBLIC_URL', '本番では利用者が開くアドレスを必ず書いてください')
  else if (isPlainHttp(given.PUBLIC_URL)) refuse('PUBLIC_URL', '本番のアドレスは https:// で始めてください')
  return problems
}

/** Session cookies go over the network with every page, so http is allowed on this machine alone. */
function isPlainHttp(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function storageProblems(env: z.infer<typeof variables>): Problem[] {
  const parts = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  const missing = parts.filter((name) => !env[name])
  if (missing.length === 0 || missing.length === parts.length) return []
  return missing.map((variable) => ({ variable, message: 'S3互換ストレージを使うときは、この変数も書いてください' }))
}

function sentence({ variable, message }: Problem): string {
  const example = examples[variable]
  return `・${variable}: ${message}。${example ? `例: ${variable}=${example}` : ''}`
}

/** Returns the nearest folder above with a package.json, the same one for `src/` and the bundle in `dist/`. */
export function projectRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('package.json was not found above the program. Run it from its own folder.')
  return projectRoot(above)
}
