import type { Page } from '@playwright/test'
import { bounceOf, lines } from '../server/src/dunning/answers/testing/messages.ts'
import { hasDovecot, startDovecot } from '../server/src/platform/mail/imap/testing/dovecot.ts'
import { expect, expectAccessible, test } from './world/world.ts'

// « apt-get install dovecot-imapd »: the journey reads a real mailbox, or is not taken.
test.skip(!hasDovecot, 'no dovecot on this machine')

/** The Message-ID of a reminder that left to a customer of the example. */
async function sentTo(page: Page, customer: string): Promise<string> {
  const { customers } = await (await page.request.get(`/api/v1/search?q=${customer}`)).json()
  const { rows } = await (await page.request.get(`/api/v1/reminders?view=sent&customer=${customers[0].id}`)).json()
  const message = await (await page.request.get(`/api/v1/reminders/${rows[0].id}/message.eml`)).text()
  return /^Message-ID: (<.+>)/im.exec(message)?.[1] ?? ''
}

test('an answer holds the reminders until it is read, and a stranger’s message finds its customer', async ({
  page,
  server,
}) => {
  const box = await startDovecot()
  try {
    await page.goto('/reglages/envoi')
    const card = page.getByRole('region', { name: /^Boîte de réception/ })
    await card.getByLabel('Serveur IMAP').fill('127.0.0.1')
    await card.getByRole('button', { name: /Chiffrement/ }).click()
    await page.getByRole('option', { name: /^Aucun/ }).click()
    await card.getByLabel('Port').fill(String(box.port))
    await card.getByLabel('Identifiant').fill(box.user)
    await card.getByRole('textbox', { name: 'Mot de passe' }).fill(box.password)
    await card.getByText('Lire cette boîte').click()
    await card.getByRole('button', { name: 'Essayer la connexion' }).click()
    await expect(card.getByText('le dossier INBOX contient 0 message')).toBeVisible()
    await card.getByRole('button', { name: 'Enregistrer la boîte' }).click()
    await expect(page.getByText('elle est lue chaque minute')).toBeVisible()

    const receivedAt = new Date('2026-11-23T09:57:00+01:00')
    const plain = { 'Content-Type': 'text/plain; charset=utf-8' }
    const from = (address: string, subject: string) => ({ From: address, Subject: subject, ...plain })
    const answer = 'Le virement part vendredi.\n\nLe 16/11/2026 à 10:00, Claire a écrit :\n> Sauf erreur de notre part'
    const stranger = {
      ...from('Zoé <zoe@nordelec-compta.example>', 'Re: Facture'),
      'In-Reply-To': await sentTo(page, 'Castel'),
    }
    await box.deliver(lines(stranger, 'Voici notre nouvel IBAN.'), { receivedAt })
    await box.deliver(lines(from('factures@nordelec.example', 'Re: Facture'), answer), { receivedAt })
    await box.deliver(lines(from('Paul Ritz <p.ritz@inconnu.example>', 'Votre relance'), 'Je change de service.'), {
      receivedAt,
    })
    const messageId = await sentTo(page, 'Hélianthe')
    const says = { status: '5.1.1', says: '550 5.1.1 User unknown', messageId }
    await box.deliver(bounceOf('factures@helianthe.example', says), { receivedAt })
    await server.restart('2026-11-23T09:58:00+01:00') // a mailbox is read at every start

    const counts = async () => (await page.request.get('/api/v1/answer-counts')).json()
    await expect.poll(counts, { timeout: 30_000 }).toEqual({ unread: 2, toSort: 1 })

    await page.goto('/relances?vue=mises-de-cote')
    await expect(page.getByText('une réponse du 23/11/2026 attend d’être lue').first()).toBeVisible({ timeout: 15_000 })

    await page.goto('/relances/reponses')
    const panel = page.getByRole('region', { name: 'Réponse', exact: true })
    await expect(panel.getByText('Le virement part vendredi.')).toBeVisible()
    await expect(panel.getByText('Sauf erreur')).toBeHidden()
    await panel.getByRole('button', { name: 'Tout afficher' }).click()
    await expect(panel.getByText('Sauf erreur')).toBeVisible()
    await expectAccessible(page, 'light')
    await expectAccessible(page, 'dark')
    await page.getByRole('row').filter({ hasText: 'Voici notre nouvel IBAN.' }).click()
    await expect(panel).toContainText('n’est pas un contact de Menuiseries Castel')
    const promising = page.getByRole('row').filter({ hasText: 'Le virement part vendredi.' })
    await promising.click()
    await panel.getByRole('button', { name: 'Noter une promesse' }).click()
    const promise = page.getByRole('dialog', { name: 'Promesse de Nordelec Industrie' })
    await promise.getByRole('textbox', { name: 'Date promise' }).fill('27/11')
    await promise.getByRole('button', { name: /^Noter la promesse/ }).click()
    await expect(promising).toHaveCount(0)
    expect(await counts()).toEqual({ unread: 1, toSort: 1 })
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Annuler' }).first().click()
    await expect(promising).toHaveCount(1)
    await promising.click()
    await panel.getByRole('button', { name: 'C’est lu' }).click()
    await expect(page.getByText('elle ne retient plus les relances (Nordelec Industrie)')).toBeVisible()

    await page.getByRole('link', { name: /^À classer/ }).click()
    await panel.getByRole('combobox', { name: 'Client' }).fill('castel')
    await page
      .getByRole('option', { name: /Castel/ })
      .first()
      .click()
    await panel.getByRole('button', { name: 'Classer' }).click()
    await expect(page.getByText('Rien à classer')).toBeVisible()
    await page.getByRole('link', { name: /^Toutes/ }).click()
    await expect(page.getByText('Non remis').first()).toBeVisible()
  } finally {
    await box.stop()
  }
})
