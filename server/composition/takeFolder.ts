import { mkdir } from 'node:fs/promises'
import { lockFolder } from '../journal/folderLock.ts'

/** Makes the data folder if it is missing, and this process's own: two servers on one journal would each believe to be the room. */
export const takeFolder = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const letGo = await lockFolder(folder)
  if (letGo !== null) return letGo
  throw new Error(
    `数据目录 ${folder} 正被另一个运行中的小脑（或恢复操作）使用。请先停止它，或用 --data 指定其他目录。什么都没有改动。\n` +
      `The data folder ${folder} is in use by another running Xiaonao (or a restore). Stop that one first, or name another folder with --data. Nothing was changed.`,
  )
}
