import { says, standInModel } from '../server/opinion/testing/standInModel.ts'
import { expect, test as base } from './testing/roomTest.ts'
import { startRoom } from './testing/runningRoom.ts'

const said = '喂，我跟你讲，他又来了，站在门口不走，我有点怕'
const opinion = { summary: '<b>有人</b>又到来电人门口逗留，来电人害怕', kind: 'P16', questions: ['对方带了东西吗？'] }

/** A room that runs a model; the one here always says the same. */
const test = base.extend({
  room: async ({}, use) => {
    const model = await standInModel(says(`\`\`\`json\n${JSON.stringify(opinion)}\n\`\`\``))
    const room = await startRoom('--opinion-url', model.url, '--opinion-model', 'stand-in')
    await use(room)
    await room.close()
    await model.close()
  },
})

test('[B59] an operator opens a second opinion, looks its kind up, chooses it, and is told what to ask for that kind', async ({
  outside,
  openConsole,
}) => {
  const page = await openConsole('operator1', { width: 1366, height: 768 })
  const incident = await outside.push110({ bjnr: said, sfdz: '钱江路58号太和广场3幢' })
  await page.locator('.xn-row-main', { hasText: incident }).first().click()
  const title = page.locator('.xn-card-head h2')
  const before = await title.textContent()
  await page.getByRole('button', { name: '第二意见' }).click()
  const shown = page.getByRole('region', { name: '第二意见' })
  await expect(shown).toContainText(opinion.summary)
  await expect(shown.locator('b')).toHaveCount(0)
  await expect(shown).toContainText('≠')
  await shown.getByRole('button', { name: '查看类型' }).click()
  await expect(page.locator('.ant-select-item-option-content')).toHaveText(['P16 骚扰恐吓侵入'])
  await expect(title).toHaveText(before ?? '')
  await page.keyboard.press('Enter')
  await expect(title).toHaveText('骚扰恐吓侵入')
  await expect(shown).toContainText('与当前类型一致')
  await expect(page.getByRole('list', { name: '还要问' })).toContainText('认识对方吗？')
  await expect(page.getByRole('button', { name: /^派单/ })).toBeInViewport({ ratio: 1 })
})
