/**
 * Where the server of a packaged desktop stands: beside the archive, since it is a process of plain Node that reads its own
 * files and stands in its own folder, and no process can stand in an archive. `root`: where the main process itself runs.
 */
export const serverRoot = (root: string): string => root.replace(/(?<=^|[/\\])app[.]asar$/, 'app.asar.unpacked')
