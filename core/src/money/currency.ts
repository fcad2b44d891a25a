import { asCurrency, type Currency } from './money.ts'

// ISO 4217 list one, without funds, metals and test codes, which nobody invoices in. BGN and ANG were withdrawn
// in 2026 and 2025 and stay here as long as invoices written in them may still be open.
const activeCodes = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
  CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
  ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
  MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
  SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
  VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
)

const withoutMinorUnit = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const inThousandths = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** Whether ISO 4217 lists this upper-case code as a currency one can invoice in. */
export const isActiveCurrency = (code: string): boolean => activeCodes.has(code)

/** Digits of the smallest unit per ISO 4217: 2 for EUR, 0 for JPY, 3 for TND. */
export const minorUnitDigits = (currency: Currency): 0 | 2 | 3 =>
  withoutMinorUnit.has(currency) ? 0 : inThousandths.has(currency) ? 3 : 2

const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  '£': 'GBP',
  US$: 'USD',
  $US: 'USD',
  CA$: 'CAD',
  $CA: 'CAD',
  A$: 'AUD',
}

/** Reads a code in any case, or a sign that one currency alone uses: « $ », « ¥ » and « F CFA » name several, so no. */
export function parseCurrency(text: string): Currency | undefined {
  const written = text.trim().toUpperCase()
  const code = signs[written] ?? written
  return isActiveCurrency(code) ? asCurrency(code) : undefined
}

/** Every code of the list, in order: what a form offers. */
export const activeCurrencies = (): Currency[] => [...activeCodes].map(asCurrency)
