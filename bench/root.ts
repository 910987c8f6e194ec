/** The package's folder: npm starts its scripts there, and the benches run from a build elsewhere. */
export const root = process.cwd()
