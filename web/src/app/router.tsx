import { createRouter } from '@tanstack/react-router'
import { answersRoute } from '../pages/answers/route.ts'
import { bankRoute } from '../pages/bank/route.ts'
import { callSheetRoute } from '../pages/call-sheet/route.ts'
import { customerRoute } from '../pages/customer/route.ts'
import { customersRoute } from '../pages/customers/route.ts'
import { disputesRoute } from '../pages/disputes/route.ts'
import { helpRoute } from '../pages/help/route.ts'
import { importRoute, importsRoute } from '../pages/imports/route.ts'
import { invoiceRoute } from '../pages/invoice/route.ts'
import { invoicesRoute } from '../pages/invoices/route.ts'
import { lettersRoute } from '../pages/letters/route.ts'
import { enterPaymentsRoute, paymentsRoute } from '../pages/payments/route.ts'
import { remindersRoute } from '../pages/reminders/route.ts'
import { scenarioRoute, scenariosRoute } from '../pages/scenario/route.ts'
import { scenarioRulesRoute } from '../pages/scenario-rules/route.ts'
import { settingsRoute, settingsSectionRoute } from '../pages/settings/route.ts'
import { signInRoute } from '../pages/sign-in/route.ts'
import { tasksRoute } from '../pages/tasks/route.ts'
import { templatesRoute } from '../pages/templates/route.ts'
import { welcomeRoute } from '../pages/welcome/route.ts'
import { galleryRoutes } from './gallery/routes.ts'
import { PageError, PageNotFound } from './PageError.tsx'
import { queryClient } from './query-client.ts'
import { homeRoute, publicRoute, rootRoute, shellRoute, unknownRoute } from './routes.ts'

/** Every page hangs here: a new page adds its route to the shell's children, or to the public ones. */
const routeTree = rootRoute.addChildren([
  homeRoute,
  shellRoute.addChildren([
    customersRoute,
    customerRoute,
    invoicesRoute,
    invoiceRoute,
    disputesRoute,
    paymentsRoute,
    enterPaymentsRoute,
    bankRoute,
    remindersRoute,
    answersRoute,
    scenariosRoute,
    scenarioRoute,
    scenarioRulesRoute,
    templatesRoute,
    lettersRoute,
    settingsRoute,
    settingsSectionRoute,
    tasksRoute,
    callSheetRoute,
    helpRoute,
    importsRoute,
    importRoute,
    unknownRoute,
  ]),
  publicRoute.addChildren([signInRoute, welcomeRoute]),
  ...galleryRoutes,
])

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0, // freshness is TanStack Query's business
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: PageNotFound,
  defaultPendingMs: 150,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
