import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'

/** A fresh certificate for `localhost`, signed by itself, in PEM: tests of encryption need no key in the repository. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const tbs = toBeSigned(publicKey)
  const signature = createSign('sha256').update(tbs).sign(privateKey)
  const der = sequence(tbs, ecdsaWithSha256, tlv(0x03, Buffer.concat([Buffer.of(0), signature])))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}

/** RFC 5280 §4.1: version 3, valid 2020 to 2049, subject alternative names localhost and 127.0.0.1. */
function toBeSigned(publicKey: KeyObject): Buffer {
  const name = sequence(tlv(0x31, sequence(oid(0x55, 0x04, 0x03), tlv(0x0c, Buffer.from('localhost')))))
  const validity = sequence(tlv(0x17, Buffer.from('200101000000Z')), tlv(0x17, Buffer.from('491231235959Z')))
  const names = sequence(tlv(0x82, Buffer.from('localhost')), tlv(0x87, Buffer.of(127, 0, 0, 1)))
  const alternativeNames = sequence(oid(0x55, 0x1d, 0x11), tlv(0x04, names))
  const authority = sequence(oid(0x55, 0x1d, 0x13), tlv(0x04, sequence(tlv(0x01, Buffer.of(0xff)))))
  return sequence(
    tlv(0xa0, tlv(0x02, Buffer.of(2))),
    tlv(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(alternativeNames, authority)),
  )
}

const tlv = (tag: number, content: Buffer): Buffer => Buffer.concat([Buffer.of(tag), length(content.length), content])

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.of(size)
  return size < 0x100 ? Buffer.of(0x81, size) : Buffer.of(0x82, size >> 8, size & 0xff)
}

const sequence = (...parts: Buffer[]): Buffer => tlv(0x30, Buffer.concat(parts))

const oid = (...bytes: number[]): Buffer => tlv(0x06, Buffer.from(bytes))

const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
