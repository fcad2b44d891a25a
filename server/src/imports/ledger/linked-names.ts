import type { Corrections } from '@quittance/core/imports/row-cells.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { ledgerMapping } from '../reading/ledger/ledger-cells.ts'

const codeColumn = ledgerMapping.indexOf('customerCode')

/** Customer code of the ledger → what a person typed for it on a row of the file: who that customer is. */
export const linkedNames = async (db: Db, file: number): Promise<Map<string, Corrections>> => {
  const rows = await db.rows<{ code: string; field: 'customerCode' | 'customerName'; value: string }>(sql`
    select r.cells ->> ${codeColumn}::integer as code, c.field, c.value
    from correction c
    join source_row r on r.organization_id = c.organization_id and r.source_file_id = c.source_file_id and r.line = c.line
    where c.organization_id = current_organization() and c.source_file_id = ${file}
      and c.field in ('customerName', 'customerCode')
    order by c.line desc`)
  const linked = new Map<string, Corrections>()
  for (const { code, field, value } of rows) linked.set(code, { ...linked.get(code), [field]: value })
  return linked
}
