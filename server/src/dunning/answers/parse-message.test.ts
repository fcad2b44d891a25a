import { expect, it } from 'vitest'
import { parseMessage } from './parse-message.ts'

const withFile = (disposition: string) =>
  Buffer.from(
    [
      'From: a@b.example',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="m"',
      '',
      '--m',
      'Content-Type: application/pdf',
      `Content-Disposition: attachment; ${disposition}`,
      '',
      '%PDF-1.7',
      '--m--',
      '',
    ].join('\r\n'),
  )

it.each([
  ['filename="../../etc/passwd"', 'passwd'],
  ["filename*=utf-8''..%5C..%5Cfacture.pdf", 'facture.pdf'],
  ["filename*=utf-8''facture%0D%0AX-Evil%3A1.pdf", 'factureX-Evil:1.pdf'],
  ["filename*=utf-8''facture%E2%80%AEfdp.exe", 'facturefdp.exe'],
  ['filename="Bon de livraison n° 12.pdf"', 'Bon de livraison n° 12.pdf'],
])('a file named %s is shown by its own name, in one direction', async (disposition, name) => {
  expect((await parseMessage(withFile(disposition))).files.map((file) => file.name)).toEqual([name])
})
