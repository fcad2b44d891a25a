/** Foreign key (a customer merged meanwhile), unique key, check, serialisation, deadlock, lock not available. */
const disturbances = new Set(['23503', '23505', '23514', '40001', '40P01', '55P03'])

/** Somebody paid, or entered the same invoice, in the very moment of a batch: it is read and decided again. */
export async function undisturbed<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= 3 || !disturbances.has(String((error as { code?: unknown }).code))) throw error
    }
  }
}
