/** Where the desktop's pages live: served by its main process from the packaged files, never from a disk path or the network. */
export const deskScheme = 'app'
export const deskHost = 'xiaonao'
export const deskOrigin = `${deskScheme}://${deskHost}`
