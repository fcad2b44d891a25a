import { joined, oneLine, orNull, reference } from '../written-text.ts'
import { type Information, ibanIn, nothingSaid } from './said.ts'

const names = `TRTP|IBAN|BBAN|BIC|NAME|REMI|EREF|PREF|MARF|CSID|CNTP|ORDP|BENM|ISDT|NRTX|PIND|RTRN|ADDR|ID|KREF|CREF|INIT|ULTD|ULTC|UDTR|UCRD|PURP|SVCL|TRCD|ACC|OCMT|CHGS|BO|BN|RREF`

const field = new RegExp(`/(${names})/`, 'g')

/** Reads « /EREF/…/NAME/…/REMI/… » of Dutch and international banks; undefined where there is no such field. */
export function readSlashFields(text: string): Information | undefined {
  const found = [...text.matchAll(field)]
  if (
    !found.some(
      ([, name]) => name === 'REMI' || name === 'NAME' || name === 'EREF' || name === 'TRTP' || name === 'PREF',
    )
  )
    return undefined
  const values = new Map<string, string>()
  found.forEach((one, index) => {
    const value = text.slice(one.index + one[0].length, found[index + 1]?.index ?? text.length)
    const name = one[1] ?? ''
    if (!values.get(name)) values.set(name, oneLine(value.replace(/\/+\s*$/, '')))
  })
  const of = (name: string): string | null => orNull(values.get(name)?.replace(/^\/+/, ''))
  const [account, , counterparty] = (of('CNTP') ?? '').split('/')
  const remittance = remittanceOf(of('REMI') ?? '')
  const name = of('NAME') ?? orNull(counterparty) ?? of('ORDP') ?? of('BENM')
  const before = oneLine(text.slice(0, found[0]?.index ?? 0))
  return {
    ...nothingSaid,
    label: joined(before, of('TRTP'), name, remittance.text) || oneLine(text),
    remittance: remittance.text,
    creditorReference: remittance.creditorReference,
    otherName: name,
    otherUltimateName: of('ULTD') ?? of('UDTR'),
    otherIban: ibanIn(of('IBAN') ?? '') ?? ibanIn(account ?? ''),
    endToEndId: reference(of('EREF')),
    mandate: reference(of('MARF')),
    returnReason: orNull(of('RTRN')?.split('/')[0]),
    isBatch: Number(of('NRTX') ?? 0) > 1 || /\bTOTAAL \d+ (?:VZ|POSTEN)\b/.test(remittance.text),
  }
}

/** « USTD//free text » or « STRD/CUR/reference ». */
function remittanceOf(written: string): { readonly text: string; readonly creditorReference: string | null } {
  const [, issuer, structured] = /^STRD\/([A-Z]{2,4})\/(.+)$/.exec(written) ?? []
  if (issuer && structured) return { text: '', creditorReference: reference(structured.replace(/\/+$/, '')) }
  return { text: oneLine(written.replace(/^USTD\/\//, '')), creditorReference: null }
}
