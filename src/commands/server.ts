import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { makeApp } from '../app.tsx'
import type { Database } from '../platform/db/index.ts'
import type { Env } from '../platform/env.ts'
import { clamdAt, fileStoreOf, keepFiles, storageRoom } from '../platform/files/index.ts'
import { log } from '../platform/log.ts'
import { listenForChanges, onChange } from '../platform/record/index.ts'
import { endOfDayInJapan, today } from '../platform/time/index.ts'
import { answerFrom, languageFrom, onlyLanguage, proxiesFrom, safetyHeaders } from '../platform/web/index.ts'
import { root } from './installation.ts'
import { answerProbes } from './probes.ts'

export interface Running {
  address: string
  stop(): Promise<void>
}

interface Asset {
  type: string
  plain: Buffer
  brotli: Buffer
  gzip: Buffer
}

export async function startServer(
  env: Env,
  database: Database,
  cast?: Parameters<typeof makeApp>[0]['cast'],
): Promise<Running> {
  const assets = await readAssets()
  const store = fileStoreOf(env)
  const room = storageRoom(database, { person: env.FILES_PERSON_MB * 1e6, city: env.FILES_CITY_MB * 1e6 })
  const { app, cache, directory } = makeApp({
    doors: database,
    secret: env.SECRET,
    secretBefore: env.SECRET_BEFORE,
    assets: { css: assetNamed(assets, '.css'), js: assetNamed(assets, '.js'), icon: '/favicon.svg' },
    demonstration: env.DEMONSTRATION,
    publicUrl: env.PUBLIC_URL,
    stage: keepFiles({ store, room, scan: env.SCANNER_URL ? clamdAt(env.SCANNER_URL) : undefined }),
    room,
    store,
    proxies: proxiesFrom(env.TRUST_PROXY, env.PROXY_ADDRESSES),
    cast,
    away: (error) => log.error('database away or clock put back', { error }),
    report: (request_id, path, error) => log.error('request failed', { request_id, path, error }),
  })
  const stopHearing = onChange((cityId) => {
    cache.forget(cityId)
    directory.forget()
  })
  const stopListening = listenForChanges(database.connection)
  const stopDays = eachDay(() => cache.forget())
  const answer = getRequestListener(app.fetch)
  const probe = answerProbes(env, database)
  const server = createServer((request, response) => {
    if (probe(request, response)) return
    // The fast path (docs/decisions/2026-11-21-fast-path.md): bytes in memory need no framework.
    if (!fast(request, response, assets, cache)) answer(request, response)
  })
  await listen(server, env)
  return {
    address: `http://${env.HOST === '127.0.0.1' ? 'localhost' : env.HOST}:${(server.address() as { port: number }).port}`,
    async stop() {
      stopHearing()
      stopDays()
      await stopListening()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 5000))])
      server.closeAllConnections()
    },
  }
}

/** A call that takes proposals today may be closed tomorrow, so cached pages are dropped at midnight in Japan. */
export function eachDay(work: () => void): () => void {
  let timer: NodeJS.Timeout
  const wait = () => {
    const now = new Date()
    const left = endOfDayInJapan(today(now)).getTime() - now.getTime()
    timer = setTimeout(() => {
      work()
      wait()
    }, left + 20).unref()
  }
  wait()
  return () => clearTimeout(timer)
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, resolve)
  })
}

function fast(
  request: IncomingMessage,
  response: ServerResponse,
  assets: Map<string, Asset>,
  cache: ReturnType<typeof makeApp>['cache'],
): boolean {
  const url = request.url ?? '/'
  const asset = assets.get(url)
  if (asset) return sendAsset(request, response, asset)
  const { cookie, 'accept-language': accept } = request.headers
  if (!onlyLanguage(cookie)) return false
  const kept = cache.find(request.method, url, languageFrom({ cookie, accept }))
  if (!kept) return false
  const { status, headers, body } = answerFrom(
    kept,
    request.headers['if-none-match'],
    request.headers['accept-encoding'] as string | undefined,
  )
  response.writeHead(status, headers)
  response.end(body)
  return true
}

function sendAsset(request: IncomingMessage, response: ServerResponse, asset: Asset): boolean {
  const accept = String(request.headers['accept-encoding'] ?? '')
  const encoding = accept.includes('br') ? 'br' : accept.includes('gzip') ? 'gzip' : undefined
  response.writeHead(200, {
    ...safetyHeaders,
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  })
  response.end(encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.plain)
  return true
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=UTF-8',
  '.js': 'text/javascript; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

async function readAssets(): Promise<Map<string, Asset>> {
  const folder = join(root, 'dist/assets')
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const found = new Map<string, Asset>()
  const keep = async (url: string, file: string) => {
    const plain = await readFile(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    found.set(url, { type, plain, brotli: brotliCompressSync(plain), gzip: gzipSync(plain) })
  }
  await keep('/favicon.svg', join(root, 'public/icon.svg'))
  await keep('/favicon.ico', join(root, 'public/icon.svg'))
  for (const name of Object.values(manifest)) await keep(`/assets/${name}`, join(folder, name))
  return found
}

function assetNamed(assets: Map<string, Asset>, ending: string): string {
  return [...assets.keys()].find((name) => name.endsWith(ending)) ?? ''
}
