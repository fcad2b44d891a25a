import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/session.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { addLegalEntity } from '../../people/api.ts'
import { FirmCard } from '../../people/FirmCard.tsx'
import { useSaveRules } from '../../people/use-save-rules.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../../ui/Card.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { InlineEdit } from '../../ui/InlineEdit.tsx'
import { FirmSections } from './FirmSections.tsx'

/** The organisation and the firms that invoice: who they are, where one pays them, on which terms. */
export function CompanySection() {
  const { t } = useTranslation('settings')
  const mayWrite = useMayWrite('settings')
  return (
    <>
      {!mayWrite && <Note>{t('notYours')}</Note>}
      <FirmSections>{(firm) => <FirmCard key={firm.id} firm={firm} />}</FirmSections>
      <OrganizationCard isDisabled={!mayWrite} />
    </>
  )
}

function OrganizationCard({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation('settings')
  const { organization } = useSession()
  const save = useSaveRules()
  return (
    <Card padded label={t('company.title')} className="grid gap-4 py-4">
      <SectionTitle>{t('company.title')}</SectionTitle>
      <InlineEdit
        label={t('company.name')}
        description={t('company.nameNote')}
        value={organization.name}
        isDisabled={isDisabled}
        save={async (typed) => {
          if (typed.trim() === '') throw new Error(t('firm.needsName'))
          await save({ name: typed.trim() })
        }}
      />
      {!isDisabled && <AnotherFirm />}
    </Card>
  )
}

function AnotherFirm() {
  const { t } = useTranslation('settings')
  const act = useAct()
  const [name, setName] = useState('')
  const [hasTried, setTried] = useState(false)
  const isEmpty = name.trim() === ''
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isEmpty) return
    const done = () => t('company.added', { name: name.trim() })
    if (!(await act({ work: () => addLegalEntity(name.trim()), done }))) return
    setName('')
    setTried(false)
  }
  return (
    <form onSubmit={(event) => void add(event)} noValidate className="flex flex-wrap items-start gap-2.5">
      <TextInput
        label={t('company.another')}
        value={name}
        onChange={setName}
        error={hasTried && isEmpty ? t('firm.needsName') : undefined}
        className="min-w-52 flex-1"
      />
      <div className="pt-[26px]">
        <Button type="submit">{t('company.add')}</Button>
      </div>
    </form>
  )
}
