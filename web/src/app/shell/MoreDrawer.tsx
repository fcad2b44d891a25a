import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { paths } from '../paths.ts'
import { AppearanceChoices } from './AppearanceChoices.tsx'
import type { Nav } from './nav.ts'

export interface MoreDrawerProps {
  readonly nav: Nav
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onSearch: () => void
  readonly onSignOut: () => void
}

/** « Plus » on a phone: every page, the search, the appearance, one's own account, the way out. */
export function MoreDrawer({ nav, isOpen, onClose, onSearch, onSignOut }: MoreDrawerProps) {
  const { t } = useTranslation('app')
  const entries = [...nav.groups.flatMap((group) => group.entries), ...nav.foot]
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={t('nav.more')}>
      <div className="grid gap-4">
        <Button icon={IconSearch} onPress={onSearch} size="touch">
          {t('palette.open')}
        </Button>
        <ul>
          {entries.map(({ name, path, icon }) => (
            <li key={name}>
              <Link
                to={path}
                onClick={onClose}
                className="flex min-h-12 items-center gap-3 border-b border-line text-body font-medium"
              >
                <Glyph icon={icon} size={20} className="text-ink3" />
                {t(`nav.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
        <AppearanceChoices />
        <ButtonLink link={{ to: paths.settingsSection, params: { section: 'compte' } }} size="touch" onFollow={onClose}>
          {t('person.account')}
        </ButtonLink>
        <Button onPress={onSignOut} size="touch">
          {t('person.signOut')}
        </Button>
      </div>
    </Drawer>
  )
}
