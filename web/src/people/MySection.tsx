import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { changePerson, type PersonChange } from './api.ts'
import { OwnPassword } from './OwnPassword.tsx'
import { SessionList } from './SessionList.tsx'

/** One's own name, telephone and signature, and where one is signed in. */
export function MySection() {
  const { t } = useTranslation('people')
  const { t: tSettings } = useTranslation('settings')
  const { person } = useSession()
  const client = useQueryClient()
  const save = async (change: PersonChange) => {
    await changePerson(person.id, change)
    await client.invalidateQueries()
  }
  return (
    <>
      <Card padded label={t('mine.title')} className="grid gap-3.5 py-4">
        <SectionTitle note={person.email}>{t('mine.title')}</SectionTitle>
        <p className="text-body text-ink2">{t('mine.lead')}</p>
        <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-2">
          <InlineEdit
            label={t('name')}
            value={person.name}
            autoComplete="name"
            save={async (name) => {
              if (name.trim() === '') throw new Error(tSettings('firm.needsName'))
              await save({ name: name.trim() })
            }}
          />
          <InlineEdit
            label={t('phone')}
            value={person.phone ?? ''}
            inputMode="tel"
            save={(phone) => save({ phone: phone.trim() || null })}
          />
          <InlineEdit
            label={t('mine.signature')}
            value={person.signature ?? ''}
            multiline
            description={t('mine.signatureNote')}
            save={(signature) => save({ signature: signature.trim() || null })}
            className="md:col-span-2"
          />
        </div>
      </Card>
      <OwnPassword />
      <SessionList />
    </>
  )
}
