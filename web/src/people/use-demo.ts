import { useState } from 'react'
import { paths } from '../app/paths.ts'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { chooseOrganization, removeDemo, startDemo } from './access.ts'

/**
 * Goes to another organisation. The page is loaded anew each time: nothing of the organisation one leaves stays in
 * memory.
 */
export function useDemo() {
  const [isPending, setPending] = useState(false)
  const then = async (work: () => Promise<unknown>, address: string) => {
    setPending(true)
    try {
      await work()
      location.assign(address)
    } catch (problem) {
      showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
      setPending(false)
    }
  }
  return {
    isPending,
    start: () => void then(startDemo, paths.tasks),
    remove: () => void then(removeDemo, paths.tasks),
    workIn: (organizationId: number) => void then(() => chooseOrganization(organizationId), paths.tasks),
  }
}
