import { useQueryClient } from '@tanstack/react-query'
import { changeRules, type RulesChange } from './api.ts'

/** Saves rules of the organisation; every screen then follows the new ones. Rejects with the server's sentence. */
export function useSaveRules() {
  const client = useQueryClient()
  return async (change: RulesChange): Promise<void> => {
    await changeRules(change)
    await client.invalidateQueries()
  }
}
