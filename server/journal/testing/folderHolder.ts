import { lockFolder } from '../folderLock.ts'

/** Takes a data folder and keeps it until it is killed: `node --import tsx folderHolder.ts <folder>`. */
const [folder = ''] = process.argv.slice(2)
const letGo = await lockFolder(folder)
console.log(letGo === null ? 'refused' : 'taken')
setInterval(() => undefined, 1_000)
