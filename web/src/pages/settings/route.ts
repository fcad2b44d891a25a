import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { paths } from '../../app/paths.ts'
import { shellRoute } from '../../app/routes.ts'
import { isSection } from './sections.ts'

/** `/reglages`: the firm, or one's own account for who does not keep the accounts. */
export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.settings,
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})

/** `/reglages/envoi`: one part a word; the sessions are a part of one's account. */
export const settingsSectionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.settingsSection,
  beforeLoad: ({ params: { section } }) => {
    if (section === 'sessions') throw redirect({ to: paths.settingsSection, params: { section: 'compte' } })
    if (!isSection(section)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})
