import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import type { Option } from '../ui/form/Select.tsx'
import type { Role } from './api.ts'

const roles: readonly Role[] = ['accountant', 'sales', 'director', 'project', 'admin', 'readonly']

/** The roles with what they are for, most usual first; only an administrator names another one. */
export function useRoleOptions(): Option<Role>[] {
  const { t } = useTranslation('people')
  const { t: tApp } = useTranslation('app')
  const { person } = useSession()
  return roles.map((role) => ({
    value: role,
    label: tApp(`role.${role}`),
    note: t(`roleNote.${role}`),
    isDisabled: role === 'admin' && person.role !== 'admin',
  }))
}
