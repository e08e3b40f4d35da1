import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PdfDocument } from './document.ts'
import { prepared } from './prepared.ts'
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
  return new Renderer(options)
}

class Renderer implements PdfRenderer {
  readonly #timeoutMs: number
  readonly #idleMs: number
  readonly #worker: string
  readonly #maxWaiting: number
  readonly #queue: Waiting[] = []
  #child: ChildProcess | undefined
  #current: (Waiting & { timer: NodeJS.Timeout }) | undefined
  #idle: NodeJS.Timeout | undefined
  #lastId = 0

  constructor({ timeoutMs = 30_000, idleMs = 30_000, worker = workerFile(), maxWaiting = 200 }: PdfRendererOptions) {
    this.#timeoutMs = timeoutMs
    this.#idleMs = idleMs
    this.#worker = worker
    this.#maxWaiting = maxWaiting
  }

  render(document: PdfDocument): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#queue.length >= this.#maxWaiting) return reject(new PdfFailed('Too many documents are waiting'))
      this.#queue.push({ document, resolve, reject })
      this.#next()
    })
  }

  pid(): number | undefined {
    return this.#child?.pid
  }

  stop(): void {
    clearTimeout(this.#idle)
    this.#drop()
    for (const waiting of [this.#finish(), ...this.#queue.splice(0)]) waiting?.reject(new PdfFailed('Stopped'))
  }

  #next(): void {
    if (this.#current) return
    const waiting = this.#queue.shift()
    if (!waiting) {
      this.#rest()
      return
    }
    clearTimeout(this.#idle)
    this.#child ??= this.#start()
    this.#lastId += 1
    const timer = setTimeout(() => this.#give(`No document within ${this.#timeoutMs} ms`), this.#timeoutMs)
    this.#current = { ...waiting, timer }
    this.#child.send({ id: this.#lastId, document: prepared(waiting.document) })
  }

  #start(): ChildProcess {
    // No environment: the child lays out text and has no use for the database's password.
    const started = fork(this.#worker, {
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.on('message', (answer: PdfAnswer) => {
      if (answer.id === this.#lastId) this.#settle(answer)
    })
    const gone = (reason: string) => this.#child === started && this.#give(`The process ended: ${reason}`)
    started.on('error', (error) => gone(error.message))
    started.on('exit', (code, signal) => gone(String(signal ?? code)))
    return started
  }

  #settle(answer: PdfAnswer): void {
    const done = this.#finish()
    if ('pdf' in answer) done?.resolve(answer.pdf)
    else done?.reject(new PdfFailed(answer.error))
    this.#next()
  }

  #give(reason: string): void {
    this.#drop()
    this.#finish()?.reject(new PdfFailed(reason))
    this.#next()
  }

  #finish(): Waiting | undefined {
    const done = this.#current
    clearTimeout(done?.timer)
    this.#current = undefined
    return done
  }

  #rest(): void {
    this.#child?.unref()
    this.#child?.channel?.unref()
    this.#idle = setTimeout(() => this.#drop(), this.#idleMs)
    this.#idle.unref()
  }

  #drop(): void {
    const ending = this.#child
    this.#child = undefined
    ending?.kill('SIGKILL')
  }
}
