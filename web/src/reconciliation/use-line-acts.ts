import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { useLanguage } from '../ui/use-language.ts'
import { type BankLineRow, type MatchBody, matchCertainLines, matchLine, type Proposal, undoMatch } from './api.ts'

type Line = Pick<BankLineRow, 'id' | 'amount'>

export interface LinesOnScreen {
  /** The line is settled: it goes before the server has answered. */
  readonly leave: (id: number) => void
  /** It was refused, or taken back. */
  readonly comeBack: (id: number) => void
}

/** What can be done with a line, each said in words and taken back by Z. */
export function useLineActs({ leave, comeBack }: LinesOnScreen) {
  const { t } = useTranslation('reconciliation')
  const act = useAct()
  const language = useLanguage()
  const refusal = useMayWrite('bank') ? undefined : t('readonly')
  const words = ({ amount }: Line) => formatMoney(asMoney(amount), language)

  const takeBack = async (id: number): Promise<void> => {
    await undoMatch(id)
    comeBack(id)
  }
  const settle = async (line: Line, body: MatchBody, done: string): Promise<void> => {
    leave(line.id)
    const isDone = await act({
      work: () => matchLine(line.id, body),
      done: () => done,
      undo: () => takeBack(line.id),
    })
    if (!isDone) comeBack(line.id)
  }
  return {
    /** Why nothing can be done here; undefined when it can. */
    refusal,
    accept: (line: Line, { rank, basis, title }: Pick<Proposal, 'rank' | 'basis' | 'title'>) =>
      settle(line, { kind: 'proposal', rank, basis }, t('done.accepted', { amount: words(line), title })),
    allocate: (line: Line, body: Extract<MatchBody, { kind: 'paysItems' }>) =>
      settle(line, body, t('done.allocated', { amount: words(line) })),
    keepAsCredit: (line: Line, customer: { readonly id: number; readonly name: string }) =>
      settle(
        line,
        { kind: 'customerCredit', customerId: customer.id },
        t('done.credit', { amount: words(line), name: customer.name }),
      ),
    putAside: (line: Line, always: boolean) =>
      settle(line, { kind: 'notACustomer', always }, t(always ? 'done.always' : 'done.aside', { amount: words(line) })),
    undo: (line: Line) => act({ work: () => takeBack(line.id), done: () => t('done.undone', { amount: words(line) }) }),
    acceptCertain: (account: number | undefined) =>
      act({
        work: () => matchCertainLines(account),
        done: ({ applied, left }) =>
          left > 0
            ? t('done.someCertain', { count: applied.length, left })
            : t('done.certain', { count: applied.length }),
        undo: async ({ applied }) => {
          for (const { id } of [...applied].reverse()) await takeBack(id)
        },
      }),
  }
}

export type LineActs = ReturnType<typeof useLineActs>
