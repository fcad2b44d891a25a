import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { addCategory, archiveCategory, categoriesQuery } from './api.ts'

/** The reasons of disputes that the organisation adds to those there are. */
export function CategoriesCard() {
  const { t } = useTranslation('disputes')
  const act = useAct()
  const mayWrite = useMayWrite('settings')
  const { data = [] } = useQuery(categoriesQuery)
  const [name, setName] = useState('')
  const isEmpty = name.trim() === ''
  const add = async () => {
    if (isEmpty) return
    if (await act({ work: () => addCategory(name.trim()), done: () => t('category.added') })) setName('')
  }
  return (
    <Card padded label={t('category.title')} className="grid grid-cols-1 gap-3 py-4">
      <SectionTitle>{t('category.title')}</SectionTitle>
      <p className="text-small text-ink2">{t('category.explain')}</p>
      {data.length === 0 ? (
        <p className="text-small text-ink3">{t('category.none')}</p>
      ) : (
        <ul className="divide-y divide-line text-body">
          {data.map(({ id, name: known }) => (
            <li key={id} className="flex items-center justify-between gap-3 py-1.5">
              {known}
              {mayWrite && (
                <TextButton
                  onPress={() => void act({ work: () => archiveCategory(id), done: () => t('category.archived') })}
                >
                  {t('category.archive')}
                </TextButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="flex items-end gap-2 *:first:min-w-0 *:first:flex-1">
          <TextInput label={t('category.name')} value={name} onChange={setName} className="flex-1" />
          <Button disabledReason={isEmpty ? t('category.needsName') : undefined} onPress={() => void add()}>
            {t('category.add')}
          </Button>
        </div>
      )}
    </Card>
  )
}
