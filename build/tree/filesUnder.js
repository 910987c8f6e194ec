import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const skipped = /(^|\/)(node_modules|dist|[.][^/]+|layers\/broken)\//

/**
 * Every file under the given folders, as sorted paths relative to root with forward slashes. Folders that do not exist
 * hold no files; what is installed, built, hidden or broken on purpose is left out.
 * Node 20 has no globSync, and the start script may not lean on a library.
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {string[]}
 */
export function filesUnder(root, folders) {
  return folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !skipped.test(path))
    .sort()
}
