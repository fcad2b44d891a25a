import type { ReminderFacts } from './reminder-facts.ts'

type Asked = Pick<ReminderFacts, 'language' | 'legalEntity' | 'onPaper'>

/**
 * How the customer answers, to follow « dites-le-nous »: a reply to an e-mail; to a letter a call, an e-mail or a letter, with
 * what is known of us.
 */
export function replyMeans({ language, legalEntity, onPaper }: Asked): string {
  const words = language === 'fr' ? french : english
  if (!onPaper) return words.reply
  const { phone, email } = legalEntity
  const ways = [phone && words.phone(phone.replaceAll(' ', '\u00a0')), email && words.email(email)].filter(Boolean)
  return ways.length === 0 ? words.post : `${ways.join(', ')} ${words.or} ${words.post}`
}

const french = {
  reply: 'en réponse à ce message',
  phone: (number: string) => `par téléphone au ${number}`,
  email: (address: string) => `par e-mail à ${address}`,
  post: 'par courrier',
  or: 'ou',
}

const english = {
  reply: 'by replying to this message',
  phone: (number: string) => `by phone on ${number}`,
  email: (address: string) => `by e-mail at ${address}`,
  post: 'by post',
  or: 'or',
}
