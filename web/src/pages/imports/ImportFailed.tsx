import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { applyImport, type Import } from '../../imports/api.ts'
import { DropFile } from '../../imports/DropFile.tsx'
import { FileProblem } from '../../imports/FileProblem.tsx'
import { MappingCard } from '../../imports/MappingCard.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { isAboutColumns } from './import-stage.ts'

export interface ImportFailedProps {
  readonly file: Import
  readonly remembers: boolean
  readonly onRemember: (remembers: boolean) => void
}

/** A file that does not go in as it is: the reason, and each way on. */
export function ImportFailed({ file, remembers, onRemember }: ImportFailedProps) {
  const { t } = useTranslation('imports')
  const mayWrite = useMayWrite('business')
  const [isOpened, setOpened] = useState(false)
  const { state, error, columns } = file
  const isCut = error?.code === 'stopped.application'
  const showsColumns = columns.length > 0 && !isCut && (isOpened || state === 'checking' || isAboutColumns(error))
  return (
    <div className="grid items-start gap-3.5 wide:grid-cols-2">
      {state === 'checking' ? (
        <Card label={t('progress.checking')}>
          <p className="px-4 pt-3 text-section">{t('progress.checking')}</p>
          <SkeletonLines />
        </Card>
      ) : (
        <FileProblem error={error ?? { code: 'unknown', sentence: t('problem.unknown') }}>
          {isCut ? <GoOn id={file.id} /> : <DropAnother />}
          {columns.length > 0 && !isCut && !showsColumns && (
            <p className="text-body text-ink2">
              {t('problem.otherwise')}{' '}
              <TextButton onPress={() => setOpened(true)}>{t('problem.sayColumns')}</TextButton>
            </p>
          )}
        </FileProblem>
      )}
      {showsColumns && <MappingCard file={file} isDisabled={!mayWrite} remembers={remembers} onRemember={onRemember} />}
    </div>
  )
}

function DropAnother() {
  const navigate = useNavigate()
  return <DropFile onUploaded={(id) => void navigate({ to: paths.importedFile, params: { id: String(id) } })} />
}

/** An import that broke off goes on where it stopped. */
function GoOn({ id }: { readonly id: number }) {
  const { t } = useTranslation('imports')
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const goOn = () =>
    void act({ work: () => applyImport(id, { rememberMapping: false, chasedUpTo: null }), done: () => undefined })
  return (
    <div>
      <Button variant="primary" onPress={goOn} disabledReason={mayWrite ? undefined : t('drop.notYours')}>
        {t('problem.goOn')}
      </Button>
    </div>
  )
}
