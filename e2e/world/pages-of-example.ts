import { expect, type Page } from '@playwright/test'

/** The pages of the example company, each with the heading that says it is there. */
export async function pagesOfExample(page: Page): Promise<ReadonlyMap<string, RegExp>> {
  const answer = await page.request.get('/api/v1/open-items?view=late&q=F-2026-0764')
  const { rows } = (await answer.json()) as { rows: { invoiceId: number; customer: { id: number } }[] }
  const castel = rows[0]
  if (castel === undefined) throw new Error('The example company has no invoice F-2026-0764')
  return new Map([
    ['/a-faire', /À faire aujourd’hui/],
    ['/factures?vue=en-retard', /Factures en retard/],
    [`/factures/${castel.invoiceId}`, /F-2026-0764/],
    ['/clients', /Clients/],
    [`/clients/${castel.customer.id}`, /Menuiseries Castel/],
    ['/reglements', /Règlements/],
    ['/reglements/saisir', /Saisir des règlements/],
    ['/reglements/banque', /./],
    ['/relances?vue=pretes', /Relances prêtes/],
    ['/relances?vue=semaine', /Relances de la semaine/],
    ['/relances?vue=mises-de-cote', /Mises de côté/],
    ['/relances?vue=envoyees', /Relances envoyées/],
    ['/relances?vue=problemes', /Relances à vérifier/],
    ['/relances/reponses', /./],
    ['/relances/courriers', /./],
    ['/relances/affectation', /./],
    ['/relances/scenarios', /Scénarios/],
    [`/relances/scenarios/${await idOfScenario(page, 'Standard')}`, /Standard/],
    ['/relances/modeles', /Modèles/],
    ['/litiges', /Litiges/],
    [`/clients/${castel.customer.id}?onglet=droit`, /Menuiseries Castel/],
    ['/reglages/penalites', /./],
    ['/reglages/entreprise', /./],
    ['/reglages/utilisateurs', /./],
    ['/reglages/relances', /./],
    ['/reglages/envoi', /./],
    ['/reglages/import', /./],
    ['/reglages/compte', /./],
    ['/aide', /Aide/],
  ])
}

async function idOfScenario(page: Page, name: string): Promise<number> {
  const answer = await page.request.get('/api/v1/scenarios')
  const scenarios = (await answer.json()) as { id: number; name: string }[]
  const scenario = scenarios.find((one) => one.name === name)
  if (scenario === undefined) throw new Error(`The example company has no scenario ${name}`)
  return scenario.id
}

/** Opens a page and waits until what it reads from the server has come. */
export async function openPage(page: Page, address: string, heading: RegExp): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await page.waitForLoadState('networkidle')
}
