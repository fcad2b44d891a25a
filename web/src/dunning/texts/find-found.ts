import { findCustomers } from '../../customers/api.ts'
import type { Found } from '../../ui/form/ComboBox.tsx'

/** Customers as a box of choice wants them. */
export const findFound = async (text: string, signal: AbortSignal): Promise<Found[]> =>
  (await findCustomers(text, signal)).map(({ id, name, code }) => ({ id: String(id), label: name, note: code }))
