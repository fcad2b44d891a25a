import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { type MadeApiKey, makeApiKey } from './api-keys.ts'

/** A key for one program and one firm; the right to import files alone is asked for. */
export function NewApiKeyForm({ onMade }: { readonly onMade: (made: MadeApiKey) => void }) {
  const { t } = useTranslation('people')
  const { legalEntities } = useSession()
  const act = useAct()
  const [name, setName] = useState('')
  const [firm, setFirm] = useState(String(legalEntities[0]?.id ?? ''))
  const [mayApply, setMayApply] = useState(false)
  const [hasTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const isNameless = name.trim() === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isPending || isNameless) return
    setPending(true)
    const asked = { name: name.trim(), legalEntityId: Number(firm), mayApply }
    const isMade = await act({
      work: () => makeApiKey(asked),
      done: (made) => {
        onMade(made)
        return undefined
      },
    })
    if (!isMade) setPending(false)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="text-body text-ink2">{t('keys.newLead')}</p>
      <TextInput
        label={t('keys.name')}
        description={t('keys.nameNote')}
        value={name}
        onChange={setName}
        autoComplete="off"
        autoFocus
        error={hasTried && isNameless ? t('keys.needsName') : undefined}
      />
      {legalEntities.length > 1 && (
        <Select
          label={t('keys.firm')}
          value={firm}
          onChange={setFirm}
          options={legalEntities.map((one) => ({ value: String(one.id), label: one.name }))}
        />
      )}
      <div className="grid gap-1">
        <Checkbox isSelected={mayApply} onChange={setMayApply}>
          {t('keys.mayApply')}
        </Checkbox>
        <p className="pl-6 text-small text-ink3">{t('keys.mayApplyNote')}</p>
      </div>
      <div className="flex justify-end">
        <Button variant="primary" type="submit" isPending={isPending}>
          {t('keys.make')}
        </Button>
      </div>
    </form>
  )
}
