import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts short texts with the installation's SECRET (AES-256-GCM). A text locked for one purpose opens for no other. */
export interface Box {
  lock(purpose: string, text: string): string
  /** Returns undefined for a text that was changed, or locked with another SECRET or for another purpose. */
  open(purpose: string, locked: string): string | undefined
}

/** `boxWith(env.SECRET).lock('totp', secret)`; what was locked with the SECRET before opens too. */
export function boxWith(secret: string, before?: string): Box {
  const keys = [secret, ...(before ? [before] : [])].map(keyOf)
  const [key] = keys as [Buffer]
  return {
    lock(purpose, text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(purpose, locked) {
      const bytes = Buffer.from(locked, 'base64url')
      if (bytes.length < 28) return undefined
      for (const one of keys) {
        const text = opened(one, purpose, bytes)
        if (text !== undefined) return text
      }
      return undefined
    },
  }
}

const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'tomoni box', 32))

function opened(key: Buffer, purpose: string, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
