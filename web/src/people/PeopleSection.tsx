import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../ui/Card.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { AddPersonForm } from './AddPersonForm.tsx'
import { peopleQuery } from './api.ts'
import { PersonLine } from './PersonLine.tsx'

/** Who works here, with which role; colleagues are added, and deactivated, never erased. */
export function PeopleSection() {
  const { t } = useTranslation('people')
  const mayWrite = useMayWrite('people')
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery(peopleQuery)
  return (
    <>
      {!mayWrite && <Note>{t('team.notYours')}</Note>}
      <Card label={t('team.title')}>
        <SectionTitle
          className="!items-center px-4 py-2.5 max-md:flex-wrap"
          note={data && t('team.note', { count: data.filter(({ isActive }) => isActive).length })}
          end={
            mayWrite && (
              <Button size="small" icon={IconUserPlus} hotkey="c" onPress={() => setAdding(true)}>
                {t('add.open')}
              </Button>
            )
          }
        >
          {t('team.title')}
        </SectionTitle>
        {data && (
          <ul aria-label={t('team.title')}>
            {data.map((person) => (
              <PersonLine key={person.id} person={person} />
            ))}
          </ul>
        )}
        {!data && !error && <SkeletonLines lines={5} />}
        {!data && error && (
          <ErrorState
            what={t('team.what')}
            onRetry={() => void refetch()}
            reference={error instanceof ApiError ? error.reference : undefined}
          />
        )}
      </Card>
      <Drawer isOpen={isAdding} onClose={() => setAdding(false)} title={t('add.title')}>
        <AddPersonForm startRole="accountant" isPrimary onAdded={() => setAdding(false)} />
      </Drawer>
    </>
  )
}
