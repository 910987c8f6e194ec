import { expect, test } from 'vitest'
import { get } from '../../shared/domain/board/table.ts'
import { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { boardBuilder, type ReportWish } from '../../shared/testing/boardBuilder.ts'
import { readTownFiles } from './townFiles.ts'
import { understanding } from './understanding.ts'

const brain = async () => {
  const { town, taxonomy } = await readTownFiles('resources', null)
  return understanding('resources', taxonomy, town)
}

const incident = (kind: string, ...reports: readonly ReportWish[]) => {
  const town = boardBuilder()
  const ids = reports.map((wish) => town.report(wish))
  const [into, ...others] = ids
  if (into === undefined) throw new Error('an incident has a report')
  if (others.length > 0) town.say({ type: 'incidents.merge', into, incidents: others })
  const found = get(town.board().incidents, into)
  if (!found) throw new Error('a report always becomes an incident')
  return { ...found, kind: KindCode.parse(kind) }
}

const fire = { text: '着火了' }

test('[B51] the words for the place answer where, as those of the call do', async () => {
  const { openQuestions } = await brain()
  const left = (wish: ReportWish) => openQuestions(incident('P11', wish)).map(({ zh }) => zh)
  expect(left(fire)).toContain('几楼着火？')
  expect(left({ ...fire, report: { placeText: '太和广场3幢12楼' } })).not.toContain('几楼着火？')
})

test('[B52] what a report that was merged in says is said', async () => {
  const { openQuestions } = await brain()
  expect(openQuestions(incident('P11', fire))).toHaveLength(3)
  expect(openQuestions(incident('P11', fire, { text: '电瓶车烧起来了，还有老人困在里面' })).map(({ zh }) => zh)).toEqual(['几楼着火？'])
})
