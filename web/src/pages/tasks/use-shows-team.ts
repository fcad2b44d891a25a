import { getRouteApi } from '@tanstack/react-router'

const route = getRouteApi('/shell/a-faire')

/** Whether the list is the whole team's. */
export const useShowsTeam = (): boolean => route.useSearch().qui === 'equipe'
