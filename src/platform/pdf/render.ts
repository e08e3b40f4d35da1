import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { plainDateLabel } from '../time/index.ts'
import type { PdfBlock, PdfDocument } from './document.ts'
import type { PdfAnswer } from './worker.ts'

/** How long one document may take and how long the child process waits for the next one. */
export type PdfRendererOptions = { timeoutMs?: number; idleMs?: number; worker?: string; maxWaiting?: number }

/** Lays documents out in one child process, one after the other. */
export type PdfRenderer = {
  render(document: PdfDocument): Promise<Uint8Array>
  /** The child's process id while there is one. */
  pid(): number | undefined
  stop(): void
}

/** Thrown when a document could not be laid out; the message is for the log, not for people. */
export class PdfFailed extends Error {
  override name = 'PdfFailed'
}

type Waiting = { document: PdfDocument; resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }

/** A document as PDF/UA-1 bytes: `await renderPdf({ kind: 'letter', title: '…', blocks: […] })`. */
export function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  theRenderer ??= pdfRenderer()
  return theRenderer.render(document)
}

/** Where the worker lies: beside this file in the source, under a name of its own in a build. */
export function workerFile(base = import.meta.url): string {
  return fileURLToPath(new URL(base.endsWith('.ts') ? 'worker.ts' : 'pdf-worker.js', base))
}

let theRenderer: PdfRenderer | undefined

/** A renderer of one's own; the product uses `renderPdf`, tests use this. */
export function pdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  const { timeoutMs = 30_000, idleMs = 30_000, worker = workerFile(), maxWaiting = 200 } = options
  const queue: Waiting[] = []
  let child: ChildProcess | undefined
  let current: (Waiting & { timer: NodeJS.Timeout }) | undefined
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  const render = (document: PdfDocument) =>
    new Promise<Uint8Array>((resolve, reject) => {
      if (queue.length >= maxWaiting) return reject(new PdfFailed('Too many documents are waiting'))
      queue.push({ document, resolve, reject })
      next()
    })

  function next() {
    if (current) return
    const waiting = queue.shift()
    if (!waiting) return rest()
    clearTimeout(idle)
    child ??= start()
    lastId += 1
    current = { ...waiting, timer: setTimeout(() => give(`No document within ${timeoutMs} ms`), timeoutMs) }
    child.send({ id: lastId, document: prepared(waiting.document) })
  }

  function start(): ChildProcess {
    // No environment: the child lays out text and has no use for the database's password.
    const started = fork(worker, {
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.on('message', (answer: PdfAnswer) => {
      if (answer.id === lastId) settle(answer)
    })
    const gone = (reason: string) => child === started && give(`The process ended: ${reason}`)
    started.on('error', (error) => gone(error.message))
    started.on('exit', (code, signal) => gone(String(signal ?? code)))
    return started
  }

  function settle(answer: PdfAnswer) {
    const done = finish()
    if ('pdf' in answer) done?.resolve(answer.pdf)
    else done?.reject(new PdfFailed(answer.error))
    next()
  }

  function give(reason: string) {
    drop()
    finish()?.reject(new PdfFailed(reason))
    next()
  }

  function finish() {
    const done = current
    clearTimeout(done?.timer)
    current = undefined
    return done
  }

  function rest() {
    child?.unref()
    child?.channel?.unref()
    idle = setTimeout(drop, idleMs)
    idle.unref()
  }

  function drop() {
    const ending = child
    child = undefined
    ending?.kill('SIGKILL')
  }

  function stop() {
    clearTimeout(idle)
    drop()
    for (const waiting of [finish(), ...queue.splice(0)]) waiting?.reject(new PdfFailed('Stopped'))
  }

  return { render, pid: () => child?.pid, stop }
}

// The template knows no calendar: dates and check numbers go in as they will be read.
function prepared(document: PdfDocument) {
  const { date, ...rest } = document
  const label = date === 'blank' ? '令和　　　年　　　月　　　日' : date && plainDateLabel(date)
  return { ...rest, ...(label ? { date: label } : {}), blocks: document.blocks.map(preparedBlock) }
}

function preparedBlock(block: PdfBlock): PdfBlock {
  if (block.type === 'particulars') return { ...block, blocks: block.blocks.map(preparedBlock) }
  if (block.type !== 'signatures') return block
  const signatures = block.signatures.map(({ signedOn, digest, ...one }) => ({
    ...one,
    ...(signedOn ? { signedOn: plainDateLabel(signedOn) } : {}),
    ...(digest ? { digest: digest.replace(/.{8}(?=.)/g, '$& ') } : {}),
  }))
  return { ...block, signatures }
}
