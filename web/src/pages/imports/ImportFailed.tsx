import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { applyImport, type Import } from '../../imports/api.ts'
import { DropFile } from '../../imports/DropFile.tsx'
import { FileProblem } from '../../imports/FileProblem.tsx'
import { MappingCard } from '../../imports/MappingCard.tsx'
import { Button } from '../../ui/Button.tsx'

export interface ImportFailedProps {
  readonly file: Import
  readonly remembers: boolean
  readonly onRemember: (remembers: boolean) => void
}

/** A file that does not go in as it is: the reason, and each way on. */
export function ImportFailed({ file, remembers, onRemember }: ImportFailedProps) {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const error = file.error ?? { code: 'unknown', sentence: t('problem.unknown') }
  const goOn = () =>
    void act({
      work: () => applyImport(file.id, { rememberMapping: false, chasedUpTo: null }),
      done: () => undefined,
    })
  return (
    <div className="grid items-start gap-3.5 wide:grid-cols-2">
      <FileProblem error={error}>
        {error.code === 'stopped.application' ? (
          <div>
            <Button variant="primary" onPress={goOn} disabledReason={mayWrite ? undefined : t('drop.notYours')}>
              {t('problem.goOn')}
            </Button>
          </div>
        ) : (
          <DropFile onUploaded={(id) => void navigate({ to: paths.importedFile, params: { id: String(id) } })} />
        )}
      </FileProblem>
      {file.columns.length > 0 && error.code !== 'stopped.application' && (
        <MappingCard file={file} isDisabled={!mayWrite} remembers={remembers} onRemember={onRemember} />
      )}
    </div>
  )
}
