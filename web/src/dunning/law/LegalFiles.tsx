import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMayWrite } from '../../app/use-may-write.ts'
import { Button } from '../../ui/Button.tsx'
import { textLinkClass } from '../../ui/ButtonLink.tsx'
import { Note } from '../../ui/Card.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { type CustomerLaw, legalFileAddress, makeLegalFile, type Verdict, verifyLegalFile } from './api.ts'
import { useLawWords } from './use-law-words.ts'

export interface LegalFilesProps {
  readonly customer: number
  readonly files: CustomerLaw['files']
}

/** Makes the sealed file, gives the earlier ones back, and says whether one is what was sealed. */
export function LegalFiles({ customer, files }: LegalFilesProps) {
  const { t, day } = useLawWords()
  const language = useLanguage()
  const client = useQueryClient()
  const isAllowed = useMayWrite('law')
  const make = useMutation({
    mutationFn: () => makeLegalFile(customer),
    onSuccess: async () => {
      showToast({ message: t('file.made') })
      await client.invalidateQueries()
    },
  })
  return (
    <>
      <p className="text-small text-ink2">{t('file.explain')}</p>
      <div>
        <Button
          size="small"
          isPending={make.isPending}
          disabledReason={isAllowed ? undefined : t('noRight')}
          onPress={() => make.mutate()}
        >
          {t('file.make')}
        </Button>
      </div>
      {make.error && (
        <p role="alert" className="text-small font-medium text-danger">
          {make.error.message}
        </p>
      )}
      <ul className="grid gap-2 text-small">
        {files.map(({ id, name, files: count, size, madeOn, seal }) => (
          <li key={id} className="grid">
            <a href={legalFileAddress(id)} className={textLinkClass}>
              {name}
            </a>
            <span className="text-ink2">
              {t('file.line', { count, size: bytes(size, language), date: day(madeOn) })}
            </span>
            <span className="break-all text-ink3">{t('file.seal', { seal })}</span>
          </li>
        ))}
      </ul>
      <Verify />
    </>
  )
}

const bytes = (size: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    Math.max(1, Math.round(size / 1000)),
  )

const looks = { sealed: 'paid', unknownSeal: 'warn', altered: 'danger', notALegalFile: 'warn' } as const

function Verify() {
  const { t, day } = useLawWords()
  const verify = useMutation({ mutationFn: verifyLegalFile })
  const told = ({ verdict, madeOn, problems }: Verdict) =>
    t(`file.verdict.${verdict}`, {
      date: madeOn === null ? '' : day(madeOn),
      files: problems.map(({ file }) => file).join(', '),
    })
  return (
    <>
      <FileDrop
        prompt={t('file.verify')}
        action={t('file.choose')}
        accept={['.zip', 'application/zip', 'application/x-zip-compressed']}
        onFiles={([file]) => file && verify.mutate(file)}
      />
      {verify.data && (
        <div role="status">
          <Note look={looks[verify.data.verdict]}>{told(verify.data)}</Note>
        </div>
      )}
      {verify.error && (
        <p role="alert" className="text-small font-medium text-danger">
          {verify.error.message}
        </p>
      )}
    </>
  )
}
