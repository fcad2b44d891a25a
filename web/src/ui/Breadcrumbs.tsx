import { IconChevronRight } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Glyph } from './Glyph.tsx'

export interface Crumb {
  readonly label: string
  /** Absent on the last one: the page itself. */
  readonly link?: LinkProps
}

/** Where this page stands, above its title. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('ui')
  return (
    <nav aria-label={t('breadcrumbs')}>
      <ol className="flex min-w-0 items-center gap-2 text-small text-ink3">
        {crumbs.map(({ label, link }, index) => (
          <li key={label} className="flex min-w-0 items-center gap-2">
            {index > 0 && <Glyph icon={IconChevronRight} size={13} />}
            {link ? (
              <Link {...link} className="truncate rounded-check hover:text-ink hover:underline">
                {label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate font-medium text-ink">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
