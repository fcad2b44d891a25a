import { IconArrowBackUp } from '@tabler/icons-react'
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
import { useUndoImport } from '../../imports/use-undo-import.ts'
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
  const { state, error, format } = file
  // Of a ledger or an electronic invoice the columns are known.
  const columns = format?.kind === 'csv' || format?.kind === 'xlsx' ? file.columns : []
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
          {isCut ? <GoOn file={file} /> : <DropAnother />}
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

/** An import that broke off goes on where it stopped, or is taken back. */
function GoOn({ file: { id, name } }: { readonly file: Import }) {
  const { t } = useTranslation('imports')
  const act = useAct()
  const undo = useUndoImport()
  const mayWrite = useMayWrite('business')
  const refused = mayWrite ? undefined : t('drop.notYours')
  const goOn = () =>
    void act({ work: () => applyImport(id, { rememberMapping: false, chasedUpTo: null }), done: () => undefined })
  return (
    <div className="flex flex-wrap gap-2.5">
      <Button variant="primary" onPress={goOn} disabledReason={refused}>
        {t('problem.goOn')}
      </Button>
      <Button icon={IconArrowBackUp} onPress={() => void undo(id, name)} disabledReason={refused}>
        {t('undo.all')}
      </Button>
    </div>
  )
}
