import type { MessageTemplate } from '@quittance/core/dunning/write-reminder/message-template.ts'
import { onPaper } from '@quittance/core/dunning/write-reminder/on-paper.ts'
import type { PreparedMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { TransferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { htmlMessage } from './html-message.ts'
import { type MessageBlock, messageBlocks, subjectLine } from './message-blocks.ts'
import { writtenWithGap } from './template-engine.ts'
import { textMessage } from './text-message.ts'

export interface RenderedMessage {
  readonly subject: string
  /** Complete by itself; lines end with \n. */
  readonly text: string
  /** A whole document that fetches nothing. */
  readonly html: string
  /** For a letter. */
  readonly blocks: readonly MessageBlock[]
  /** A variable the text writes although it has no value here: such a message does not leave. */
  readonly gap: string | null
}

/** Writes a message from its template. Throws liquid's error on a template that `validateTemplate` refuses. */
export function renderMessage(
  template: MessageTemplate,
  prepared: PreparedMessage,
  language: Language,
  transfer: TransferCode | null = null,
): RenderedMessage {
  const said = prepared.onPaper ? onPaper(template, language) : template
  // Values are put in as they are, once: braces inside a name are not read again.
  const written = {
    subject: writtenWithGap(said.subject, prepared.variables),
    body: writtenWithGap(said.body, prepared.variables),
  }
  const subject = subjectLine(written.subject.text, language)
  const blocks = messageBlocks(written.body.text, prepared, language)
  return {
    subject,
    text: textMessage(blocks, prepared),
    html: htmlMessage({ subject, blocks, prepared, language, transfer }),
    blocks,
    gap: written.subject.gap ?? written.body.gap,
  }
}
