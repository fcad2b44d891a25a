import { minorUnitDigits } from './currency.ts'
import type { Currency, Money } from './money.ts'

/** A limit in hundredths of the unit, whatever the currency: 500 for 5,00 €, for ¥5 and for 5.000 BHD. */
export const hundredthsOf = ({ amount, currency }: Money): number => (amount * 100) / 10 ** minorUnitDigits(currency)

/** So many hundredths of the unit in the smallest unit of `currency`, to compare with; broken where 0,50 € is half a yen. */
export const limitIn = (hundredths: number, currency: Currency): number =>
  (hundredths * 10 ** minorUnitDigits(currency)) / 100
