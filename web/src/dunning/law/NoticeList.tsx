import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { textLinkClass } from '../../ui/ButtonLink.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { attachProof, endNotice, type FormalNotice, proofAddress, resumeNotice } from './api.ts'
import { useLawWords } from './use-law-words.ts'

/** Formal notices that stand, each with its days, its number and its proof. */
export function NoticeList({ notices }: { readonly notices: readonly FormalNotice[] }) {
  return (
    <ul className="grid gap-3">
      {notices
        .filter(({ isEnded }) => !isEnded)
        .map((notice) => (
          <Notice key={notice.id} notice={notice} />
        ))}
    </ul>
  )
}

function Notice({ notice }: { readonly notice: FormalNotice }) {
  const { t, day } = useLawWords()
  const act = useAct()
  const mayWrite = useMayWrite('law')
  const { id, means, sentOn, receivedOn, deadline, trackingNumber, proof, invoices } = notice
  const told = [
    t(`notice.meansOf.${means}`),
    trackingNumber,
    receivedOn && t('notice.received', { date: day(receivedOn) }),
    t('notice.deadline', { date: day(deadline) }),
    invoices.join(', '),
  ].filter(Boolean)
  const attach = (file: File | undefined) => {
    if (file) void act({ work: () => attachProof(id, file), done: () => t('notice.attached') })
  }
  return (
    <li className="grid gap-1.5 text-small">
      <p className="font-medium">{t('notice.sent', { date: day(sentOn) })}</p>
      <p className="text-ink2">{told.join(' · ')}</p>
      {proof && (
        <a href={proofAddress(id)} target="_blank" rel="noreferrer" className={textLinkClass}>
          {t('notice.proof')}, {proof}
        </a>
      )}
      {mayWrite && !proof && (
        <FileDrop
          prompt={t('notice.attach')}
          action={t('notice.choose')}
          accept={['application/pdf', 'image/png', 'image/jpeg']}
          onFiles={(files) => attach(files[0])}
        />
      )}
      {mayWrite && (
        <TextButton
          onPress={() =>
            void act({ work: () => endNotice(id), done: () => t('notice.ended'), undo: () => resumeNotice(id) })
          }
        >
          {t('notice.end')}
        </TextButton>
      )}
    </li>
  )
}
