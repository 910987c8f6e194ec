const needed = [20, 19]

/**
 * Why this Node cannot run the product, or undefined when it can.
 * @param {string} version as process.versions.node has it: "20.20.1"
 * @returns {string | undefined}
 */
export function tooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [least = 0, leastMinor = 0] = needed
  if (major > least || (major === least && minor >= leastMinor)) return undefined
  return `小脑 needs Node.js ${needed.join('.')} or newer; this is ${version}. Install a newer one from https://nodejs.org and start again.`
}
