import { describe, expect, it } from 'vitest'
import { EnvError, type Purpose, projectRoot, readEnv } from './env.ts'

const production = {
  DATABASE_URL: 'postgres://web@db/tomoni',
  SECRET: 'a-secret-of-this-installation-alone-1234',
  SMTP_URL: 'smtp://mail:587',
  MAIL_FROM: '協働推進課 <kyodo@example.lg.jp>',
  PUBLIC_URL: 'https://tomoni.example.lg.jp/',
  ANCHORS_FILE: '/srv/tomoni/anchors.jsonl',
}

function problemsOf(purpose: Purpose, source: Record<string, string>): string[] {
  try {
    readEnv(purpose, source)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.problems.map((problem) => problem.variable)
    throw error
  }
}

describe('production', () => {
  it('refuses every default that is only good for trying out, all at once', () => {
    expect(problemsOf('production', {})).toEqual(['DATABASE_URL', 'SECRET', 'SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'])
  })

  it('refuses the secret that everybody can read in the source', () => {
    const { SECRET } = readEnv('demonstration', {})
    expect(problemsOf('production', { ...production, SECRET })).toEqual(['SECRET'])
  })

  it('refuses an open address without TLS, but not the machine itself', () => {
    expect(problemsOf('production', { ...production, PUBLIC_URL: 'http://tomoni.example.lg.jp' })).toEqual([
      'PUBLIC_URL',
    ])
    expect(problemsOf('production', { ...production, PUBLIC_URL: 'http://localhost:3000' })).toEqual([])
  })

  it('takes the embedded database only where its folder was chosen on purpose', () => {
    const { DATABASE_URL: _, ...embedded } = production
    expect(problemsOf('production', embedded)).toEqual(['DATABASE_URL'])
    expect(problemsOf('production', { ...embedded, DATA_DIR: '/var/lib/tomoni' })).toEqual([])
  })

  it('asks where the heads of the record are anchored, where a server keeps the data and the process does the jobs', () => {
    const { ANCHORS_FILE: _, ...unanchored } = production
    expect(problemsOf('production', unanchored)).toEqual(['ANCHORS_FILE'])
    expect(problemsOf('production', { ...unanchored, ROLE: 'web' })).toEqual([])
    expect(readEnv('production', { ...unanchored, DATA_DIR: '/srv/data' }).ANCHORS_FILE).toBe('/srv/data/anchors.jsonl')
  })

  it('is never a demonstration, whatever the variables say', () => {
    expect(readEnv('production', { ...production, DEMONSTRATION: 'true' }).DEMONSTRATION).toBe(false)
  })
})

describe('a single command', () => {
  it('is refused in the words of production until it is told which data, so that it never makes a folder by itself', () => {
    expect(problemsOf('command', {})).toEqual(['DATABASE_URL'])
    expect(() => readEnv('command', {})).toThrow('本番ではデータの置き場所を必ず書いてください')
  })

  it('needs the place and nothing else; the demonstration needs not even that', () => {
    expect(problemsOf('command', { DATABASE_URL: production.DATABASE_URL })).toEqual([])
    expect(problemsOf('command', { DATA_DIR: '/var/lib/tomoni' })).toEqual([])
    expect(problemsOf('demonstration', {})).toEqual([])
  })
})

describe('a variable that cannot be read', () => {
  it.each([
    ['PORT', 'three thousand'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db/tomoni'],
    ['DATABASE_CONNECTIONS', '1'],
    ['PUBLIC_URL', 'tomoni.example.lg.jp'],
    ['SECRET', 'short'],
    ['SMTP_URL', 'mail.example.lg.jp'],
    ['ANCHORS_TO', '監査委員事務局'],
    ['MAIL_FROM', '協働推進課'],
    ['ROLE', 'both'],
    ['TRUST_PROXY', '-1'],
    ['PROXY_ADDRESSES', 'proxy.example.lg.jp'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is named, with what to write and an example', (variable, value) => {
    expect(() => readEnv('demonstration', { [variable]: value })).toThrow(
      new RegExp(`・${variable}: .+ください.*。例: ${variable}=`),
    )
  })

  it('half an S3 configuration names what is missing', () => {
    expect(problemsOf('demonstration', { S3_BUCKET: 'files', S3_ENDPOINT: 'https://s3.example.lg.jp' })).toEqual([
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
    ])
  })
})

describe('a demonstration', () => {
  it('starts with nothing set, on this machine only', () => {
    expect(readEnv('demonstration', {})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      ROLE: 'all',
      DEMONSTRATION: true,
    })
  })

  it('reads an empty variable as one that is not set', () => {
    expect(readEnv('demonstration', { PORT: '', LOG_LEVEL: ' ' })).toMatchObject({ PORT: 3000, LOG_LEVEL: 'info' })
  })

  it('keeps files beside the data, and the address in step with the port', () => {
    const env = readEnv('demonstration', { DATA_DIR: '/srv/tomoni', PORT: '8080' })
    expect(env.FILES_DIR).toBe('/srv/tomoni/files')
    expect(env.PUBLIC_URL).toBe('http://localhost:8080')
  })
})

it('the address loses its last slash, so that links can be put behind it', () => {
  expect(readEnv('production', production).PUBLIC_URL).toBe('https://tomoni.example.lg.jp')
})

it('the project root is found from the sources and from the build alike', () => {
  const root = projectRoot()
  expect(projectRoot(`${root}/dist`)).toBe(root)
  expect(() => projectRoot('/')).toThrow(/own folder/)
})
