import { IconCircleCheck, IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { importsQuery } from '../../imports/api.ts'
import { DropFile } from '../../imports/DropFile.tsx'
import { useDemo } from '../../people/use-demo.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Note } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { StepFrame } from './StepFrame.tsx'

/** A file of open invoices, or the example company in one click. */
export function InvoicesStep() {
  const { t } = useTranslation('people')
  const { checklist } = useSession()
  const navigate = useNavigate()
  const demo = useDemo()
  const begun = useQuery(importsQuery).data?.find(({ state }) => state !== 'imported' && state !== 'undone')
  const open = (id: number) =>
    void navigate({ to: paths.importedFile, params: { id: String(id) }, search: { depuis: 'bienvenue' } })
  return (
    <StepFrame step="factures">
      {checklist.invoices && (
        <Note look="paid" icon={<Glyph icon={IconCircleCheck} className="text-paid" />}>
          {t('steps.factures.there')}
        </Note>
      )}
      {begun && !checklist.invoices && (
        <Note look="accent">
          {t('steps.factures.begun', { name: begun.name })}{' '}
          <TextButton onPress={() => open(begun.id)}>{t('steps.factures.resume')}</TextButton>
        </Note>
      )}
      <Card padded>
        <DropFile onUploaded={open} />
      </Card>
      {!checklist.invoices && (
        <Card padded className="flex flex-wrap items-center gap-3">
          <div className="min-w-56 flex-1">
            <h2 className="text-section">{t('demo.title')}</h2>
            <p className="text-small text-ink2">{t('demo.lead')}</p>
          </div>
          <Button icon={IconSparkles} onPress={demo.start} isPending={demo.isPending}>
            {t(demo.isPending ? 'demo.starting' : 'demo.start')}
          </Button>
        </Card>
      )}
    </StepFrame>
  )
}
