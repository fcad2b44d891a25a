export interface Toast {
  readonly id: number
  readonly message: string
  readonly tone: 'done' | 'danger'
  /** Takes the act back; the toast then shows a button, and Z calls it. */
  readonly undo?: (() => void | Promise<void>) | undefined
}

export type NewToast = Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] }

/** The messages on screen, oldest first, and the last act that can still be taken back. */
export function createToastQueue() {
  let toasts: readonly Toast[] = []
  let lastUndo: Toast | undefined
  let nextId = 1
  const watchers = new Set<() => void>()
  const become = (next: readonly Toast[]) => {
    toasts = next
    for (const watcher of watchers) watcher()
  }

  return {
    /** Shows a message; with `undo`, it becomes the act that Z takes back. At most three stay on screen. */
    show({ message, undo, tone = 'done' }: NewToast): number {
      const toast: Toast = { id: nextId++, message, tone, undo }
      if (undo) lastUndo = toast
      become([...toasts, toast].slice(-3))
      return toast.id
    },
    dismiss(id: number): void {
      become(toasts.filter((toast) => toast.id !== id))
    },
    /** Takes back this act, or the last one, once. False when there is nothing to take back. */
    async undo(id?: number): Promise<boolean> {
      const toast = id === undefined ? lastUndo : toasts.find((candidate) => candidate.id === id)
      if (!toast?.undo) return false
      if (toast === lastUndo) lastUndo = undefined
      become(toasts.filter((candidate) => candidate !== toast))
      await toast.undo()
      return true
    },
    all: (): readonly Toast[] => toasts,
    watch(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** The messages of this document. */
export const toasts = createToastQueue()

/** "Fait. Annuler": shows what was done; `undo` makes it reversible for ten seconds by button, later still by Z. */
export const showToast = (toast: NewToast): number => toasts.show(toast)
