// The measure to compare with: the same bytes from a bare `node:http`, and the page's own statements through the bare driver.
import { createServer } from 'node:http'
import pg from 'pg'

interface Task {
  bytes: string
  type: string
  statements: { sql: string; parameters: unknown[] }[][]
}

const tasks = new Map<string, Task>()
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const server = createServer(async (request, response) => {
  if (request.method === 'PUT') {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    tasks.set(request.url!, JSON.parse(Buffer.concat(parts).toString()) as Task)
    response.end()
    return
  }
  const task = tasks.get(request.url!.replace(/^\/(bytes|statements)/, ''))!
  if (request.url!.startsWith('/statements')) await replay(task.statements)
  response.writeHead(200, { 'Content-Type': task.type })
  response.end(task.bytes)
})

/** The same transactions with the same roles and parameters, one connection each. */
async function replay(transactions: Task['statements']): Promise<void> {
  for (const statements of transactions) {
    const client = await pool.connect()
    try {
      for (const { sql, parameters } of statements) await client.query(sql, parameters.length ? parameters : undefined)
    } finally {
      client.release()
    }
  }
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
