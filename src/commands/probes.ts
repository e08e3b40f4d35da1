import type { IncomingMessage, ServerResponse } from 'node:http'
import { sql } from 'kysely'
import type { Doors } from '../platform/db/index.ts'
import type { Env } from '../platform/env.ts'
import { safetyHeaders } from '../platform/web/index.ts'

const PATIENCE_MS = 2_000
const HALF_A_YEAR_MS = 182 * 24 * 3_600_000

interface Plain {
  status?: number
  text: string
  cached?: boolean
}

/** What machines ask: whether the process lives, whether it can serve, what may be indexed, where a weakness is reported. */
export function answerProbes(env: Env, doors: Pick<Doors, 'public'>) {
  const answers: Record<string, () => Plain | Promise<Plain>> = {
    '/healthz': () => ({ text: 'ok' }),
    '/readyz': () => ready(doors),
    '/robots.txt': () => ({ text: robots, cached: true }),
    '/.well-known/security.txt': () => ({ text: securityOf(env, new Date()), cached: true }),
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const answer = Object.hasOwn(answers, request.url ?? '') ? answers[request.url ?? ''] : undefined
    if (!answer || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    void Promise.resolve(answer()).then((plain) => send(response, plain))
    return true
  }
}

function send(response: ServerResponse, { status = 200, text, cached = false }: Plain): void {
  response.writeHead(status, {
    ...safetyHeaders,
    'Content-Type': 'text/plain; charset=UTF-8',
    'Cache-Control': cached ? 'public, max-age=3600' : 'no-store',
    ...(status === 503 ? { 'Retry-After': '5' } : {}),
  })
  response.end(`${text}\n`)
}

/** A frozen database answers nothing, so the wait has an end. */
async function ready(doors: Pick<Doors, 'public'>): Promise<Plain> {
  let timer: NodeJS.Timeout | undefined
  const asked = doors.public
    .run((db) => sql`select 1`.execute(db))
    .then(
      () => true,
      () => false,
    )
  const waited = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answered = await Promise.race([asked, waited])
  clearTimeout(timer)
  return answered ? { text: 'ready' } : { status: 503, text: 'database' }
}

const robots = `User-agent: *
Disallow: /me
Disallow: /sign-in
Disallow: /*/admin
Disallow: /*/inbox
Disallow: /*/new
Disallow: /*/edit`

/** RFC 9116. */
function securityOf(env: Env, now: Date): string {
  const sender = /[^\s<>"]+@[^\s<>"]+/.exec(env.MAIL_FROM)?.[0]
  return [
    `Contact: ${env.SECURITY_CONTACT ?? `mailto:${sender}`}`,
    `Expires: ${new Date(now.getTime() + HALF_A_YEAR_MS).toISOString()}`,
    'Preferred-Languages: ja, en',
    `Canonical: ${env.PUBLIC_URL}/.well-known/security.txt`,
  ].join('\n')
}
