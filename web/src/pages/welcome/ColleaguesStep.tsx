import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/session.ts'
import { AddPersonForm } from '../../people/AddPersonForm.tsx'
import { peopleQuery } from '../../people/api.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { StepFrame } from './StepFrame.tsx'

/** One colleague who will do this work too, and one sales rep. */
export function ColleaguesStep() {
  const { t } = useTranslation('people')
  const { t: tApp } = useTranslation('app')
  const { person } = useSession()
  const others = (useQuery(peopleQuery).data ?? []).filter(({ id, isActive }) => isActive && id !== person.id)
  return (
    <StepFrame step="equipe">
      {others.length > 0 && (
        <ul aria-label={t('steps.equipe.added')} className="flex flex-wrap gap-x-5 gap-y-2">
          {others.map(({ id, name, role }) => (
            <li key={id} className="flex items-center gap-2 text-body">
              <Avatar name={name} />
              <span className="font-medium">{name}</span>
              <span className="text-ink3">{tApp(`role.${role}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {(['accountant', 'sales'] as const).map((role) => (
        <Card key={role} padded label={t(`steps.equipe.${role}`)} className="grid gap-3">
          <SectionTitle note={t(`steps.equipe.${role}Note`)}>{t(`steps.equipe.${role}`)}</SectionTitle>
          <AddPersonForm startRole={role} roleIsFixed />
        </Card>
      ))}
    </StepFrame>
  )
}
