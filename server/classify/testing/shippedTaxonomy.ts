import { loadTaxonomy } from '../../taxonomy/loadTaxonomy.ts'
import type { Taxonomy } from '../../../shared/domain/taxonomy/taxonomy.ts'

/** The taxonomy that ships, for tests that judge the brain by it. */
export const shippedTaxonomy = async (): Promise<Taxonomy> => {
  const loaded = await loadTaxonomy('resources/taxonomy/default.csv')
  if (!loaded.ok) throw new Error('the shipped taxonomy cannot be read')
  return loaded.taxonomy
}
