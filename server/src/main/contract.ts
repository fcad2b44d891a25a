import { endpoints as aging } from '../aging/contract.ts'
import { endpoints as customers } from '../customers/contract.ts'
import { endpoints as disputes } from '../disputes/contract.ts'
import { endpoints as dunning } from '../dunning/contract.ts'
import { endpoints as imports } from '../imports/contract.ts'
import { endpoints as invoices } from '../invoices/contract.ts'
import { endpoints as payers } from '../payers/contract.ts'
import { endpoints as payments } from '../payments/contract.ts'
import { endpoints as people } from '../people/contract.ts'
import { endpoints as promises } from '../promises/contract.ts'
import { endpoints as reconciliation } from '../reconciliation/contract.ts'
import { endpoints as tasks } from '../tasks/contract.ts'

/** Every endpoint of every word: what the OpenAPI document says, and what the catalogue tests walk through. */
export const contract = {
  people,
  customers,
  invoices,
  payments,
  imports,
  aging,
  promises,
  disputes,
  payers,
  tasks,
  dunning,
  reconciliation,
}
