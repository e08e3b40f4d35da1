import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PdfDocument } from './document.ts'
import { prepared } from './prepared.ts'
import type { PdfAnswer } from './worker.ts'

/** `timeoutMs` limits one document; after `idleMs` without one the child process ends. */
export type PdfRendererOptions = { timeoutMs?: number; idleMs?: number; worker?: string; maxWaiting?: number }

export type PdfRenderer = {
  render(document: PdfDocument): Promise<Uint8Array>
  pid(): number | undefined
  stop(): void
}

/** A document that could not be rendered; the message is for the log, not for people. */
export class PdfFailed extends Error {
  override name = 'PdfFailed'
}

type Waiting = { document: PdfDocument; resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }

/** Renders a document as PDF/UA-1: `await renderPdf({ kind: 'letter', title: '…', blocks: […] })`. Throws `PdfFailed`. */
export function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  theRenderer ??= pdfRenderer()
  return theRenderer.render(document)
}

/** The worker's file: beside this one in the source, under another name in a build. */
export function workerFile(base = import.meta.url): string {
  return fileURLToPath(new URL(base.endsWith('.ts') ? 'worker.ts' : 'pdf-worker.js', base))
}

let theRenderer: PdfRenderer | undefined

/** A renderer for tests; the product uses `renderPdf`. */
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
    // Without the environment: the child needs no database password.
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
