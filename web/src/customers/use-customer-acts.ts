import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import {
  addContact,
  addExchange,
  addIban,
  type Contact,
  type ContactWords,
  type Customer,
  type CustomerChange,
  changeContact,
  changeCustomer,
  type Exchange,
  type Pause,
  pauseCustomer,
  removeContact,
  removeIban,
  resumeCustomer,
  showCustomerAs,
} from './api.ts'

/** What can be done with one customer, each said in a message and taken back by it. */
export function useCustomerActs(customer: Pick<Customer, 'id' | 'name' | 'pause'>) {
  const { t } = useTranslation('customers')
  const client = useQueryClient()
  const act = useAct()
  const { id } = customer
  const pauseAgain = async () => {
    if (customer.pause) await pauseCustomer(id, { until: customer.pause.until, note: customer.pause.note })
    else await resumeCustomer(id)
  }

  return {
    /** Fields that change together; `before` gives them back. */
    change: (change: CustomerChange, before: CustomerChange, done: string) =>
      act({ work: () => changeCustomer(id, change), done: () => done, undo: () => changeCustomer(id, before) }),
    pause: (pause: Pause) =>
      act({ work: () => pauseCustomer(id, pause), done: () => t('pause.done'), undo: pauseAgain }),
    resume: () => {
      showCustomerAs(client, id, { pause: null })
      return act({ work: () => resumeCustomer(id), done: () => t('pause.resumed'), undo: pauseAgain })
    },
    note: (exchange: Exchange) => act({ work: () => addExchange(id, exchange), done: () => t('exchange.saved') }),
    addIban: (iban: string) => act({ work: () => addIban(id, iban), done: () => t('iban.added') }),
    removeIban: (iban: Customer['ibans'][number]) =>
      act({ work: () => removeIban(iban.id), done: () => t('iban.removed'), undo: () => addIban(id, iban.iban) }),
    addContact: (words: ContactWords) =>
      act({
        work: () => addContact(id, words),
        done: () => t('contact.added'),
        undo: (added) => removeContact(added.id),
      }),
    changeContact: (contact: Contact, words: ContactWords) =>
      act({
        work: () => changeContact(contact.id, words),
        done: () => t('contact.changed'),
        undo: () => changeContact(contact.id, wordsOf(contact)),
      }),
    removeContact: (contact: Contact) =>
      act({
        work: () => removeContact(contact.id),
        done: () => t('contact.removed'),
        undo: () => addContact(id, wordsOf(contact)),
      }),
  }
}

/** A contact as it is written back: what the mail servers said of its address is not for people to write. */
const wordsOf = ({
  id: _id,
  emailRefusedOn: _on,
  emailRefusal: _why,
  phoneRefused: _phone,
  awayUntil: _away,
  ...words
}: Contact): ContactWords => words
