import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../routes.ts'

const route = (path: string, load: () => Promise<{ Screen: () => React.ReactNode }>) =>
  createRoute({ getParentRoute: () => rootRoute, path, component: lazyRouteComponent(load, 'Screen') })

/** The kit on show, in development only: the condition is a constant, so a production build leaves all of it out. */
export const galleryRoutes = import.meta.env.DEV
  ? [
      route('/galerie', () => import('./KitScreen.tsx')),
      route('/galerie/a-faire', () => import('./TasksScreen.tsx')),
      route('/galerie/factures', () => import('./InvoicesScreen.tsx')),
      route('/galerie/facture', () => import('./InvoiceScreen.tsx')),
      route('/galerie/client', () => import('./CustomerScreen.tsx')),
      route('/galerie/relances', () => import('./RemindersScreen.tsx')),
      route('/galerie/import', () => import('./ImportScreen.tsx')),
    ]
  : []
