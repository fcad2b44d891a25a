import type { FastifyInstance } from 'fastify'
import { peopleRoutes } from '../people/routes.ts'
import type { Context } from './context.ts'

/** Attaches the routes of one word. */
export type WordRoutes = (app: FastifyInstance, context: Context) => void

/** The routes of every word, in the order of words.mjs. A word that gains routes adds its line. */
export const wordRoutes: readonly WordRoutes[] = [peopleRoutes]
