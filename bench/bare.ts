// The measure to compare with: the same bytes from a bare `node:http`, and the page's own statements through the bare driver.
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { verifyPassword } from '../src/modules/accounts/password.ts'
import { filled, type Statement } from './recording.ts'

/** What stands behind one address. */
export interface Task {
  status: number
  headers: Record<string, string>
  text: string
  transactions: Statement[][]
  /** What a writing statement is done to: each once. */
  subjects: string[]
  /** A password is checked for each request, as the page does it. */
  password?: { given: string; stored: string }
}

const tasks = new Map<string, Task & { bytes: Buffer }>()
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const server = createServer(async (request, response) => {
  const { url, method } = request
  if (method === 'PUT') {
    const task = JSON.parse((await bodyOf(request)).toString()) as Task
    tasks.set(url!, { ...task, bytes: Buffer.from(task.text) })
    response.end()
    return
  }
  if (method === 'POST') await bodyOf(request)
  const task = tasks.get(url!.replace(/^\/(bytes|statements)/, ''))!
  try {
    if (url!.startsWith('/statements')) await replay(task)
    response.writeHead(task.status, { ...task.headers, 'Content-Length': task.bytes.length })
    response.end(task.bytes)
  } catch (error) {
    console.error(String(error))
    response.writeHead(500).end()
  }
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The same transactions with the same roles and counts, one connection each, and the same work on a password. */
async function replay({ transactions, subjects, password }: Task): Promise<void> {
  if (password && !(await verifyPassword(password.given, password.stored))) throw new Error('Another password.')
  const fill = filled(subjects.shift())
  for (const statements of transactions) {
    const client = await pool.connect()
    let whole = false
    try {
      for (const { sql, parameters } of statements) await client.query(sql, parameters.map(fill))
      whole = true
    } finally {
      client.release(!whole)
    }
  }
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
