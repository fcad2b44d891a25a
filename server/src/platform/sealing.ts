import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps a word unreadable in the database and its backups. */
export interface Seal {
  close(text: string): string
  /** null: sealed with another key, or damaged. */
  open(sealed: string): string | null
}

/** AES-256-GCM with a key made from the installation's secret word, which lies outside the database. */
export function openSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'quittance sealed passwords', 32))
  return {
    close: (text) => {
      const start = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, start)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [version, ...[start, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
    },
    open: (text) => {
      const [known, ...parts] = text.split('.')
      const [start, tag, sealed] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (known !== version || start?.length !== 12 || tag?.length !== 16 || sealed === undefined) return null
      const decipher = createDecipheriv('aes-256-gcm', key, start).setAuthTag(tag)
      try {
        return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
      } catch {
        return null // the tag does not fit: nothing of it may be believed
      }
    },
  }
}

const version = 'v1'
