import type { Column, Import } from './api.ts'

/** The columns once this one gives that field: the one that gave it before gives none, as the server decides too. */
export const withField = (columns: readonly Column[], position: number, field: string | null): Column[] =>
  columns.map((column) => {
    if (column.position === position) return { ...column, field, confidence: field === null ? 'none' : 'sure' }
    return field !== null && column.field === field ? { ...column, field: null, confidence: 'none' } : column
  })

/** How many columns are taken for something. */
export const recognised = ({ columns }: Pick<Import, 'columns'>): number =>
  columns.filter(({ field }) => field !== null).length
