import { may, type Thing } from '@quittance/core/people/may.ts'
import { useSession } from './session.ts'

/** Whether whoever is signed in may change this kind of thing; the server decides in the end, by the same rule. */
export const useMayWrite = (thing: Thing): boolean => may(useSession().person, 'write', thing)
