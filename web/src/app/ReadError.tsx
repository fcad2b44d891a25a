import { ErrorState } from '../ui/states.tsx'
import { ApiError } from './api.ts'

export interface ReadErrorProps {
  /** « les factures »: what could not be shown. */
  readonly what: string
  readonly error: unknown
  readonly onRetry: () => unknown
}

/** What could not be read, how to try again, and the reference of the server's journal when it gave one. */
export function ReadError({ what, error, onRetry }: ReadErrorProps) {
  const reference = error instanceof ApiError ? error.reference : undefined
  return <ErrorState what={what} onRetry={() => void onRetry()} reference={reference} />
}
