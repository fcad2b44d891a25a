/** Back to the row of the list whose task is open; nothing where no list stands beside. */
export const focusCurrentRow = (): void =>
  document.querySelector<HTMLElement>('[data-row][aria-current] [data-opens]')?.focus({ preventScroll: true })
