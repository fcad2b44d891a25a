import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { MomentText } from '../ui/DateText.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { type LegalEntity, removeSmtp } from './api.ts'
import { SmtpEditor } from './SmtpEditor.tsx'

/** The mail server of a firm, whether it works, and the way to remove it. */
export function SmtpSettingsCard({ firm }: { readonly firm: LegalEntity }) {
  const { t } = useTranslation('people')
  const { timeZone } = useSession().organization
  const mayWrite = useMayWrite('sender')
  const { smtp } = firm
  return (
    <Card padded label={firm.name} className="grid grid-cols-1 gap-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SectionTitle>{firm.name}</SectionTitle>
        <StatusPill tone={smtp ? 'paid' : 'neutral'}>{t(smtp ? 'smtp.set' : 'smtp.missing')}</StatusPill>
        {smtp && (
          <span className="text-small text-ink3">
            {smtp.testedAt === null ? (
              t('smtp.neverTested')
            ) : (
              <>
                {t('smtp.testedOn')} <MomentText at={smtp.testedAt} style="dayAndTime" timeZone={timeZone} />
              </>
            )}
          </span>
        )}
        {smtp && mayWrite && <RemoveSmtp firm={firm} />}
      </div>
      <SmtpEditor key={smtp === null ? 'none' : 'set'} firm={firm} />
    </Card>
  )
}

/** Asks first: the password is erased, which nothing takes back. */
function RemoveSmtp({ firm }: { readonly firm: LegalEntity }) {
  const { t } = useTranslation('people')
  const act = useAct()
  const [isAsking, setAsking] = useState(false)
  const remove = () => {
    setAsking(false)
    void act({ work: () => removeSmtp(firm.id), done: () => t('smtp.removed') })
  }
  return (
    <>
      <Button
        size="small"
        variant="danger"
        icon={IconTrash}
        onPress={() => setAsking(true)}
        className="ml-auto max-md:ml-0"
      >
        {t('smtp.remove')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={t('smtp.removeTitle')}
        footer={
          <div className="flex flex-wrap justify-end gap-2.5">
            <Button onPress={() => setAsking(false)}>{t('smtp.keep')}</Button>
            <Button variant="danger" onPress={remove}>
              {t('smtp.remove')}
            </Button>
          </div>
        }
      >
        <p className="text-body">{t('smtp.removeLead', { name: firm.name })}</p>
      </Dialog>
    </>
  )
}
