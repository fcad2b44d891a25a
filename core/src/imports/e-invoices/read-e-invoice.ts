import type { EInvoice } from './e-invoice.ts'
import { readCii } from './read-cii.ts'
import { readUbl } from './read-ubl.ts'
import type { XmlElement } from './xml-element.ts'

/** Reads an electronic invoice by its root element; undefined where the XML is something else. */
export function readEInvoice(root: XmlElement): EInvoice | undefined {
  if (root.name === 'CrossIndustryInvoice' || root.name === 'CrossIndustryDocument') return readCii(root)
  const isUbl = root.children.some(({ name }) => name === 'LegalMonetaryTotal' || name === 'AccountingSupplierParty')
  return (root.name === 'Invoice' || root.name === 'CreditNote') && isUbl ? readUbl(root) : undefined
}
