import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { deskTest as test, left } from './testing/deskTest.ts'

const minute = 60_000

test('[E17] [C57] [E22] [E19] [C61] one key takes a report, the card is printed and saved, and who was away is asked', async ({
  outside,
  openAtWork,
}) => {
  const { desktop, taking } = await openAtWork([left])
  const incident = await outside.push110({ bjnr: '服装市场门口有人打架，一个人头破血流', sfdz: '服装市场' })
  const card = taking.locator(`article[aria-label="${incident}"]`)
  await expect(taking.getByText(incident).first()).toBeVisible()

  await test.step('[E17] [C57] the key that is free for the whole system takes the next report: it is open and in this person’s hands', async () => {
    await expect(card).toBeHidden()
    expect(await desktop.control('shortcut.press', 'CommandOrControl+Alt+N')).toBe(true)
    await expect(card).toBeVisible()
    const console = await outside.boardOf('dispatcher1')
    await expect.poll(() => console.incident(incident)?.holder?.id).toBe('operator1')
  })

  await test.step('[E22] the incident is saved as a file where the person says, and goes to the printer by a key', async () => {
    const file = join(desktop.userData, '事件.pdf')
    await desktop.control('dialog.answer', { method: 'showSaveDialog', answer: { canceled: false, filePath: file } })
    await card.getByRole('button', { name: '存为 PDF' }).click()
    await expect(taking.getByText(`已存为 ${file}`)).toBeVisible()
    const saved = await readFile(file)
    expect(saved.subarray(0, 5).toString()).toBe('%PDF-')
    expect(saved.length).toBeGreaterThan(10_000)
    await taking.keyboard.press('Control+p')
    await expect(taking.getByText('已送往打印机')).toBeVisible()
    expect((await desktop.control('recorded')).map(({ what }) => what)).toContain('webContents.print')
  })

  await test.step('[E19] [C61] asleep for eleven minutes: who comes back is told what came, and may hand over', async () => {
    await desktop.control('power.tell', 'suspend')
    await desktop.control('clock.forward', 11 * minute)
    await desktop.control('power.tell', 'resume')
    const asked = taking.getByRole('complementary').filter({ hasText: '离开 11 分钟' })
    await expect(asked).toContainText('1 起新报警，0 起还无人接手 · 你手上有 1 件')
    await asked.getByRole('button', { name: /^交\s?班$/ }).click()
    await expect(asked).toBeHidden()
    await expect(taking.getByLabel('交给（姓名或班次）')).toBeVisible()
  })
})
