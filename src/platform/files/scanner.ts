import { connect, type Socket } from 'node:net'

/** Looks for viruses; throws where the scanner cannot be asked. */
export type Scan = (bytes: Uint8Array) => Promise<'clean' | 'infected'>

const PIECE = 64 * 1024

/**
 * Asks clamd by its INSTREAM command: `clamdAt('tcp://127.0.0.1:3310')`, `clamdAt('unix:/run/clamav/clamd.ctl')`. After
 * `patience` milliseconds of silence it counts as away.
 */
export function clamdAt(address: string, patience = 30_000): Scan {
  const { protocol, hostname, port, pathname } = new URL(address)
  const at =
    protocol === 'unix:'
      ? { path: decodeURIComponent(pathname) }
      : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) }
  return async (bytes) => {
    const answer = await ask(connect(at).setTimeout(patience), bytes)
    if (/: OK$/.test(answer)) return 'clean'
    if (/ FOUND$/.test(answer)) return 'infected'
    throw new Error(`The scanner answered "${answer.slice(0, 200)}".`)
  }
}

function ask(socket: Socket, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    socket.on('error', reject)
    socket.on('timeout', () => socket.destroy(new Error('The scanner does not answer.')))
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    // It may answer and close before everything is sent: the stream is longer than it allows.
    socket.on('close', () => resolve(answer.replace(/[\0\n]+$/, '')))
    socket.on('connect', () => send(socket, bytes))
  })
}

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE)
    socket.write(lengthOf(piece.length))
    socket.write(piece)
  }
  socket.write(lengthOf(0))
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
