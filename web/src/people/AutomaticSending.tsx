import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../ui/Card.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { changeRules } from './api.ts'
import { writeTimeOfDay } from './setting-values.ts'

const consequences = ['leaves', 'stillHeld', 'stillTasks', 'stillSeen'] as const

/** Messages leave by themselves, or wait for an approval. Switching it on sends to customers: it asks first. */
export function AutomaticSending() {
  const { t } = useTranslation('settings')
  const { organization, badges } = useSession()
  const mayWrite = useMayWrite('settings')
  const act = useAct()
  const [isAsking, setAsking] = useState(false)
  const time = writeTimeOfDay(organization.departureMinute)
  const set = (automaticSending: boolean) => {
    setAsking(false)
    void act({
      work: () => changeRules({ automaticSending }),
      done: () => t(automaticSending ? 'automatic.isOn' : 'automatic.isOff'),
      undo: () => changeRules({ automaticSending: !automaticSending }),
    })
  }
  return (
    <Card padded label={t('automatic.title')} className="grid gap-3 py-4">
      <SectionTitle>{t('automatic.title')}</SectionTitle>
      <Switch
        isOn={organization.automaticSending}
        onChange={(isOn) => (isOn ? setAsking(true) : set(false))}
        words="after"
        isDisabled={!mayWrite}
      >
        {t('automatic.switch')}
      </Switch>
      <p className="text-body text-ink2">
        {t(organization.automaticSending ? 'automatic.on' : 'automatic.off', { time })}
      </p>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={t('automatic.ask')}
        footer={
          <div className="flex flex-wrap justify-end gap-2.5">
            <Button onPress={() => setAsking(false)}>{t('automatic.no')}</Button>
            <Button variant="primary" onPress={() => set(true)}>
              {t('automatic.yes')}
            </Button>
          </div>
        }
      >
        <ul className="grid list-disc gap-1.5 pl-5 text-body">
          {consequences.map((consequence) => (
            <li key={consequence}>{t(`automatic.${consequence}`, { time })}</li>
          ))}
        </ul>
        {badges.reminders > 0 && (
          <div className="pt-3">
            <Note look="warn">{t('automatic.waiting', { count: badges.reminders })}</Note>
          </div>
        )}
      </Dialog>
    </Card>
  )
}
