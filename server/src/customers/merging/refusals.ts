import { AppError } from '../../platform/http/app-error.ts'

export const withItself = (): AppError =>
  new AppError('mergedWithItself', 422, {
    fr: 'Un client ne se fusionne pas avec lui-même : choisissez-en un autre.',
    en: 'A customer cannot be merged with itself: choose another one.',
  })

export const mergedMeanwhile = (name: string): AppError =>
  new AppError('mergedMeanwhile', 409, {
    fr: `L’un des deux a été fusionné entre-temps avec ${name} ; rien n’a été modifié. Rechargez la page.`,
    en: `One of the two was merged with ${name} meanwhile; nothing was changed. Reload the page.`,
  })

/** Said to whoever acts on a customer under the number it no longer has. */
export const mergedInto = (name: string): AppError =>
  new AppError('customerMerged', 409, {
    fr: `Ce client a été fusionné avec ${name} ; rien n’a été modifié. Ouvrez la fiche de ${name}.`,
    en: `This customer was merged with ${name}; nothing was changed. Open the page of ${name}.`,
  })

export const standsBetween = (standing: readonly unknown[]): AppError =>
  new AppError(
    'standsBetween',
    409,
    {
      fr: 'Ces clients ne peuvent pas être séparés tant que ce qui suit tient aux deux ; rien n’a été modifié. Retirez-le, puis séparez-les.',
      en: 'These customers cannot be separated while what follows holds them together; nothing was changed. Take it back, then separate them.',
    },
    { standing },
  )
