import { IconBulb, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Glyph } from './Glyph.tsx'
import { IconButton } from './IconButton.tsx'
import { remember, remembered } from './remember.ts'

/** One sentence that explains a page, until it is closed; `id` names it in this browser's memory. */
export function DismissibleHint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  const key = `quittance.hint.${id}`
  const [closed, setClosed] = useState(() => remembered(key) === 'closed')
  if (closed) return null
  return (
    <div className="flex items-center gap-2.5 rounded-block border border-line bg-sunken py-1 pr-1 pl-3 text-body text-ink2">
      <Glyph icon={IconBulb} />
      <p className="min-w-0 flex-1 py-1">{children}</p>
      <IconButton
        icon={IconX}
        label={t('hint.close')}
        size="small"
        onPress={() => {
          remember(key, 'closed')
          setClosed(true)
        }}
      />
    </div>
  )
}
