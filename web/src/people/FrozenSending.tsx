import { IconSnowflake } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Card.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { changeRules } from './api.ts'

/** After a restore nothing leaves until a person says that the original no longer sends. */
export function FrozenSending() {
  const { t } = useTranslation('settings')
  const { organization } = useSession()
  const mayWrite = useMayWrite('settings')
  const act = useAct()
  const [isAsking, setAsking] = useState(false)
  if (!organization.sendingFrozen) return null
  const resume = () => {
    setAsking(false)
    void act({
      work: () => changeRules({ sendingFrozen: false }),
      done: () => t('frozen.resumed'),
      undo: () => changeRules({ sendingFrozen: true }),
    })
  }
  return (
    <Note look="warn" icon={<Glyph icon={IconSnowflake} size={18} className="text-warn" />}>
      <h2 className="text-section">{t('frozen.title')}</h2>
      <p className="pb-2 text-body">{t('frozen.lead')}</p>
      <Button onPress={() => setAsking(true)} disabledReason={mayWrite ? undefined : t('notYours')}>
        {t('frozen.resume')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={t('frozen.ask')}
        footer={
          <div className="flex flex-wrap justify-end gap-2.5">
            <Button onPress={() => setAsking(false)}>{t('frozen.wait')}</Button>
            <Button variant="primary" onPress={resume}>
              {t('frozen.resume')}
            </Button>
          </div>
        }
      >
        <p className="text-body">{t('frozen.twice')}</p>
      </Dialog>
    </Note>
  )
}
