// A mail server of one's own, which keeps every letter.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

interface Letter {
  to: string
  body: string
}

export interface Postbox {
  url: string
  /** The link of this kind in the next letter to an address, once it has come. */
  linkTo(email: string, kind: string): Promise<string>
  close(): Promise<void>
}

export async function openPostbox(): Promise<Postbox> {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const [, ...rest] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n')
      const body = Buffer.from(rest.join('\r\n\r\n'), 'base64').toString('utf8')
      letters.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, body })))
      done()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    async linkTo(email, kind) {
      for (let waited = 0; waited < 240; waited++) {
        const at = letters.findIndex(({ to, body }) => to === email && body.includes(`/${kind}/`))
        const [letter] = at < 0 ? [] : letters.splice(at, 1)
        if (letter) return new RegExp(`https?://\\S+/${kind}/\\S+`).exec(letter.body)![0]
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
      throw new Error(`No mail with such a link (${kind}) came to ${email}.`)
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
