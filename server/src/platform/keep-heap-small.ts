import { setFlagsFromString } from 'node:v8'

/**
 * By itself V8 lets garbage grow to several times what is alive before it looks at older objects: a hundred megabytes and
 * more that PostgreSQL could use on a small machine, and a peak that hangs on how long one worked rather than on what one
 * holds. Called first thing in each program; how much what is new may take, the launcher says.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50')
}
