import { IconFileAlert } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Card } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import type { Import } from './api.ts'

export interface FileProblemProps {
  readonly error: NonNullable<Import['error']>
  /** The next move: another file, or going on. */
  readonly children: ReactNode
}

/** Why the whole file does not go in, and what to do. */
export function FileProblem({ error, children }: FileProblemProps) {
  const { t } = useTranslation('imports')
  const isCut = error.code === 'stopped.application'
  const title = isCut ? t('problem.cut') : t('problem.title')
  return (
    <Card padded label={title} className="grid gap-3">
      <div role="alert" className="flex gap-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-full bg-dangerbg text-danger">
          <Glyph icon={IconFileAlert} size={20} />
        </span>
        <div className="min-w-0">
          <h2 className="text-section">{title}</h2>
          <p className="text-body text-ink2">{error.sentence}</p>
          {!isCut && <p className="pt-1 text-small text-ink3">{t('problem.safe')}</p>}
        </div>
      </div>
      {error.code === 'bankStatement' && (
        <div>
          <ButtonLink variant="primary" link={{ to: paths.bank }}>
            {t('problem.toBank')}
          </ButtonLink>
        </div>
      )}
      {children}
    </Card>
  )
}
