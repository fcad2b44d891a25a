import { profileName } from '@quittance/core/payers/explain-profile.ts'
import { payerProfiles } from '@quittance/core/payers/payer-profile.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { RadioCards } from '../ui/form/RadioCards.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { declareProfile, type PayerProfile, profileQuery, type ShownProfile, withdrawProfile } from './api.ts'

export interface ProfileDialogProps {
  readonly customer: { readonly id: number; readonly name: string }
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A person chooses how a customer is said to pay, with the reason; or gives it back to the payments. */
export function ProfileDialog({ customer, isOpen, onClose }: ProfileDialogProps) {
  const { t } = useTranslation('payers')
  const { data } = useQuery({ ...profileQuery(customer.id), enabled: isOpen })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('dialog.title', { name: customer.name })}>
      {data && <ProfileForm customer={customer.id} shown={data} onClose={onClose} />}
    </Dialog>
  )
}

interface ProfileFormProps {
  readonly customer: number
  readonly shown: ShownProfile
  readonly onClose: () => void
}

function ProfileForm({ customer, shown, onClose }: ProfileFormProps) {
  const { t } = useTranslation('payers')
  const language = useLanguage()
  const act = useAct()
  const { declared, reckoned, sentence } = shown
  const [profile, setProfile] = useState<PayerProfile>(shown.profile)
  const [note, setNote] = useState(declared?.note ?? '')
  const reason = note.trim()
  const asBefore = () =>
    declared ? declareProfile(customer, declared.profile, declared.note) : withdrawProfile(customer)
  const declare = () => {
    onClose()
    const name = profileName(profile, language)
    void act({
      work: () => declareProfile(customer, profile, reason),
      done: () => t('dialog.done', { name }),
      undo: asBefore,
    })
  }
  const withdraw = () => {
    onClose()
    void act({ work: () => withdrawProfile(customer), done: () => t('dialog.withdrawn'), undo: asBefore })
  }
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{sentence}</p>
      <RadioCards
        label={t('profile')}
        value={profile}
        onChange={setProfile}
        options={payerProfiles.map((value) => ({
          value,
          title: (
            <>
              {profileName(value, language)}
              {value === reckoned && <span className="font-regular text-ink3">({t('dialog.reckoned')})</span>}
            </>
          ),
          note: t(`meaning.${value}`),
        }))}
      />
      <TextArea
        label={t('dialog.reason')}
        value={note}
        onChange={setNote}
        placeholder={t('dialog.reasonPlaceholder')}
      />
      <div className="flex flex-wrap justify-end gap-2">
        {declared && <Button onPress={withdraw}>{t('dialog.withdraw')}</Button>}
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={reason === '' ? t('dialog.needsReason') : undefined}
          onPress={declare}
        >
          {t('dialog.save')}
        </Button>
      </div>
    </div>
  )
}
