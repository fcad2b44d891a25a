import { describe, expect, it } from 'vitest'
import { splitReply } from './split-reply.ts'

const answer = 'Bonjour,\n\nLe virement part demain.'
const quotation = '> Sauf erreur de notre part, nous n’avons pas reçu le règlement.\n> Bonne journée'

describe('what is quoted', () => {
  it.each([
    ['Gmail in French', 'Le lun. 16 nov. 2026 à 10:00, Claire Besson <compta@vauquelin.example> a écrit :'],
    [
      'Gmail in French, broken over lines',
      'Le lun. 16 nov. 2026 à 10:00, Claire Besson\n<compta@vauquelin.example>\na écrit :',
    ],
    ['Apple in French', 'Le 16 nov. 2026 à 10:00, Claire Besson <compta@vauquelin.example> a écrit :'],
    ['Thunderbird in French', 'Le 16/11/2026 à 10:00, Claire Besson a écrit :'],
    ['Gmail in English', 'On Mon, Nov 16, 2026 at 10:00 AM Claire Besson <compta@vauquelin.example> wrote:'],
    ['Gmail in German', 'Am Mo., 16. Nov. 2026 um 10:00 Uhr schrieb Claire Besson <compta@vauquelin.example>:'],
    ['the name before the day', 'Claire Besson <compta@vauquelin.example> a écrit le lun. 16 nov. 2026 à 10:00 :'],
    ['Spanish', 'El lun, 16 nov 2026 a las 10:00, Claire (<c@v.example>) escribió:'],
    ['Italian', 'Il giorno lun 16 nov 2026 alle ore 10:00 Claire ha scritto:'],
    ['Dutch', 'Op ma 16 nov 2026 om 10:00 schreef Claire <c@v.example>:'],
  ])('by %s is left out', (_, introduction) => {
    const split = splitReply(`${answer}\n\n${introduction}\n\n${quotation}\n`)
    expect(split.text).toBe(answer)
    expect(split.quoted).toContain('Sauf erreur')
  })

  it.each([
    [
      'Outlook in French',
      'De : Claire Besson <c@v.example>\nEnvoyé : lundi 16 novembre 2026 10:00\nÀ : Anne Morel\nObjet : Facture',
    ],
    [
      'Outlook in English',
      'From: Claire Besson <c@v.example>\nSent: Monday, November 16, 2026 10:00\nTo: Anne Morel\nSubject: Invoice',
    ],
    ['Outlook in bold', '*De:* Claire Besson\n*Envoyé:* lundi 16 novembre 2026\n*À:* Anne Morel\n*Objet:* Facture'],
    ['Outlook’s line', '________________________________\nDe : Claire\nEnvoyé : lundi\nÀ : Anne\nObjet : Facture'],
    ['« Message d’origine »', '-----Message d’origine-----\nDe : Claire\n'],
    ['« Original Message »', '-------- Original Message --------\nSubject: Invoice'],
    ['a forwarded message', '---------- Forwarded message ---------\nFrom: Claire'],
  ])('under the head of %s is left out, without a mark on its lines', (_, head) => {
    expect(splitReply(`${answer}\n\n${head}\n\nSauf erreur de notre part…`).text).toBe(answer)
  })

  it('goes away line by line where the writer answered in between', () => {
    const text = `Le 16/11/2026 à 10:00, Claire a écrit :\n> Avez-vous reçu la facture ?\nOui.\n\n> Quand payez-vous ?\nVendredi, par virement, comme chaque mois.\n`
    expect(splitReply(text).text).toBe('Oui.\n\nVendredi, par virement, comme chaque mois.')
  })

  it('is everything in a message passed on without a word: kept whole', () => {
    const text = '---------- Forwarded message ---------\nFrom: Banque\nVirement exécuté'
    expect(splitReply(text)).toEqual({ text, signature: '', quoted: '' })
  })

  it('is nothing where a sentence only begins like an introduction', () => {
    const text = 'Le 12 novembre nous avons réglé la facture.\nOn Thursday we will pay the rest.\nDe : rien.'
    expect(splitReply(text).text).toBe(text)
  })
})

describe('what it is signed with', () => {
  it.each([
    ['two dashes', '-- \nAnne Morel\n01 23 45 67 89'],
    ['a formula and a name', 'Bien cordialement,\nAnne Morel\nComptable, Menuiseries Castel\n01 23 45 67 89'],
    ['a telephone', 'Envoyé de mon iPhone'],
    ['a telephone in English', 'Sent from my iPhone'],
    ['Outlook for a telephone', 'Obtenir Outlook pour Android'],
  ])('%s stands apart', (_, signature) => {
    const split = splitReply(`${answer}\n\n${signature}\n`)
    expect(split.text).toBe(answer)
    expect(split.signature.split('\n')[0]?.trim()).toBe(signature.split('\n')[0]?.trim())
  })

  it('is nothing where words follow that are more than a name', () => {
    const text = `${answer}\nMerci,\nPouvez-vous nous envoyer un RIB à jour s’il vous plaît, le nôtre a changé depuis le dernier envoi de votre part ?`
    expect(splitReply(text).signature).toBe('')
  })

  it('is the message itself when nothing else is there', () => {
    expect(splitReply('Cordialement,\nAnne').text).toBe('Cordialement,\nAnne')
  })
})

describe('a long message', () => {
  it('is split in a time that grows with its length', () => {
    const text = 'Le a écrit wrote schrieb 2026 10:00 <a@b.c> : '.repeat(8000)
    expect(splitReply(text).text.length).toBeGreaterThan(0)
    expect(splitReply(`${'On 1 2 3\n'.repeat(18_000)}fin`).text.endsWith('fin')).toBe(true)
  })
})
