import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Card.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import type { MadeApiKey } from './api-keys.ts'

export interface NewApiKeySecretProps {
  readonly made: MadeApiKey
  readonly onDone: () => void
}

/** The only time the key is seen. */
export function NewApiKeySecret({ made: { key, secret }, onDone }: NewApiKeySecretProps) {
  const { t } = useTranslation('people')
  const [isCopied, setCopied] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      // A browser gives the clipboard to secure addresses only: the text can be chosen by hand.
      setRefused(true)
    }
  }
  return (
    <div className="grid gap-4">
      <Note look="warn" icon={<Glyph icon={IconAlertTriangle} className="text-warn" />}>
        {t('keys.onlyNow')}
      </Note>
      <TextInput
        label={t('keys.secret', { name: key.name })}
        value={secret}
        onChange={() => {}}
        isReadOnly
        autoFocus
        inputClass="font-mono"
      />
      <div className="flex flex-wrap items-center justify-end gap-2.5">
        <span role="status" className="mr-auto text-small text-ink2">
          {isCopied ? t('keys.copied') : isRefused ? t('keys.copyByHand') : ''}
        </span>
        <Button icon={isCopied ? IconCheck : IconCopy} onPress={() => void copy()}>
          {t('keys.copy')}
        </Button>
        <Button variant="primary" onPress={onDone}>
          {t('keys.done')}
        </Button>
      </div>
    </div>
  )
}
