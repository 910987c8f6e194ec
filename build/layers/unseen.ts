const fewest = 40

/**
 * What a gate that has gone blind does not see: files on disk that it has not read, when they are more than one of ten.
 * A tree with next to no files is the wrong tree, so nothing can be said to be seen in it.
 */
export const unseen = (onDisk: readonly string[], read: readonly string[]): readonly string[] => {
  if (onDisk.length <= fewest) return [`more than ${fewest} files: only ${onDisk.length} are here`]
  const known = new Set(read)
  const missed = onDisk.filter((path) => !known.has(path))
  return missed.length > onDisk.length / 10 ? missed : []
}
