import { peopleRoutes } from '../people/routes.ts'
import type { WordRoutes } from '../platform/http/app-context.ts'

/** The routes of every word, in the order of words.mjs. A word that gains routes adds its line. */
export const wordRoutes: readonly WordRoutes[] = [peopleRoutes]
