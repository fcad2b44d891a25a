import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button as ActButton } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { paths } from '../paths.ts'
import { AppearanceChoices } from './AppearanceChoices.tsx'

export interface PersonButtonProps {
  readonly name: string
  readonly role: string
  readonly onSignOut: () => void
}

/** Who is signed in, at the foot of the sidebar; opens the appearance, the language, one's own account and the way out. */
export function PersonButton({ name, role, onSignOut }: PersonButtonProps) {
  const { t } = useTranslation('app')
  return (
    <DialogTrigger>
      <Button className="motion-quick flex w-full items-center gap-2.5 rounded-control px-[6px] py-1 text-left hover:bg-neutralbg max-wide:justify-center max-wide:px-0">
        <Avatar name={name} size="medium" />
        <span className="min-w-0 max-wide:sr-only">
          <span className="block truncate text-[0.8125rem]/4 font-semibold">{name}</span>
          <span className="block truncate text-[0.75rem]/4 text-ink3">{role}</span>
        </span>
        <span className="sr-only">{t('person.menu')}</span>
      </Button>
      <Popover
        placement="top start"
        offset={6}
        className="motion-float w-72 rounded-block border border-line bg-raised shadow-float"
      >
        <Dialog aria-label={t('person.menu')} className="grid gap-3 p-3 outline-none">
          {({ close }) => (
            <>
              <AppearanceChoices />
              <ButtonLink
                icon={IconUserCircle}
                link={{ to: paths.settingsSection, params: { section: 'compte' } }}
                onFollow={close}
              >
                {t('person.account')}
              </ButtonLink>
              <ActButton icon={IconLogout} onPress={onSignOut}>
                {t('person.signOut')}
              </ActButton>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
