import { describe, expect, it } from 'vitest'
import { documentType } from './document-type.ts'

const bytes = (...first: number[]) => new Uint8Array([...first, 0, 0, 0, 0, 0, 0, 0, 0])
const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))

describe('a document of a dispute', () => {
  it('is a PDF, a PNG or a JPEG, by what it holds', () => {
    expect(documentType(bytes(...letters('%PDF-1.7')))).toBe('application/pdf')
    expect(documentType(bytes(0x89, ...letters('PNG'), 0x0d, 0x0a, 0x1a, 0x0a))).toBe('image/png')
    expect(documentType(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg')
  })

  it('is nothing else: no page, no program, no archive, nothing cut short', () => {
    for (const text of ['<html>', '<svg xmlns', 'MZ', 'PK\u0003\u0004', '%PD', 'GIF89a', '']) {
      expect(documentType(new Uint8Array(letters(text)))).toBeNull()
    }
  })
})
