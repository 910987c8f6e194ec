import { Alert } from 'antd'
import { fewCases, scoresIn, type BrainState, type Measure, type Share } from '../../../shared/contracts/teaching.ts'
import { dayTime } from '../../ui/townTime.ts'
import { useWords } from '../../ui/words.ts'
import { changesOf, dangersOf, type Change } from './changesOf.ts'
import { useNames } from './useNames.ts'
import { teachWords } from './words.ts'

/** Whole percents, but what is not quite all does not look like all. */
const percent = (share: number) => {
  const tenths = Math.round(share * 1_000) / 10
  return tenths < 100 && tenths >= 99.5 ? `${tenths.toFixed(1)}%` : `${Math.round(tenths)}%`
}

const Figure = ({ share: { value, low, high } }: { readonly share: Share }) => {
  const t = useWords(teachWords)
  if (value === null || low === null || high === null) return <span className="xn-dim">{t('noCases')}</span>
  return (
    <>
      <strong>{percent(value)}</strong>{' '}
      <span className="xn-dim">
        ({percent(low)}–{percent(high)})
      </span>
    </>
  )
}

const marks = { better: '▲', worse: '▼', same: '=', unknown: '' } as const

const casesOf = ({ from, to }: Change) => (from.of === to.of ? `${to.of}` : `${from.of} → ${to.of}`)

const Row = ({ change }: { readonly change: Change }) => {
  const t = useWords(teachWords)
  const { measure, from, to, is, mayBeChance, isFew } = change
  const differs = is === 'better' || is === 'worse'
  return (
    <tr>
      <th scope="row">{t(`measure.${measure}`)}</th>
      <td className="xn-num">
        <Figure share={from} />
      </td>
      <td className="xn-num">
        <Figure share={to} />
      </td>
      <td className="xn-change" data-change={is}>
        {marks[is]} {t(is)} {differs && mayBeChance && <span className="xn-dim">{t('chance')}</span>}
      </td>
      <td className="xn-num">
        {casesOf(change)} {isFew && <span className="xn-few">{t('few')}</span>}
      </td>
    </tr>
  )
}

const hits = ({ value, of }: Share) => Math.round((value ?? 0) * of)

/** A sentence for each difference, the gravest measures told as any other: the numbers speak. */
const Said = ({ changes, from, to }: { readonly changes: readonly Change[]; readonly from: string; readonly to: string }) => {
  const t = useWords(teachWords)
  const told = changes.filter(({ is }) => is === 'better' || is === 'worse')
  if (told.length === 0) return <p className="xn-said">{t('allSame')}</p>
  const sentence = (change: Change) => {
    const is = change.is === 'better' ? 'better' : 'worse'
    const word = change.measure === 'policePrecision' ? t(`isFalse.${is}`) : t(`is.${is}`)
    const facts = { from, to, is: word, fromOf: change.from.of, fromHits: hits(change.from), toOf: change.to.of, toHits: hits(change.to) }
    return `${t(`said.${change.measure}`, facts)}${change.mayBeChance ? t('mayBeChance') : ''}${t('end')}`
  }
  return (
    <ul className="xn-said">
      {told.map((change) => (
        <li key={change.measure} data-change={change.is}>
          {sentence(change)}
        </li>
      ))}
    </ul>
  )
}

const Dangers = ({ of }: { readonly of: readonly Measure[] }) => {
  const t = useWords(teachWords)
  if (of.length === 0) return null
  const titles = of.map((measure) => t(measure === 'policeRecall' ? 'danger.policeRecall' : 'danger.criticalRecall'))
  return <Alert type="error" showIcon role="alert" title={titles.join(' ')} description={t('danger')} />
}

type Props = { readonly brain: BrainState; readonly from: number; readonly to: number }

/** The changes between two models, or null where they were never measured together. */
export const measuredChanges = ({ comparison }: BrainState, from: number, to: number): readonly Change[] | null => {
  const [old, other] = [scoresIn(comparison, from), scoresIn(comparison, to)]
  return old && other ? changesOf(old, other) : null
}

/** Two models side by side: shares, intervals, cases, and what it means in sentences. */
export const ModelComparison = ({ brain, from, to }: Props) => {
  const t = useWords(teachWords)
  const nameOf = useNames()
  const { comparison } = brain
  const changes = measuredChanges(brain, from, to)
  if (!comparison || !changes) return <p className="xn-dim">{t(comparison ? 'comparison.unmeasured' : 'comparison.none')}</p>
  const { at, incidents, texts } = comparison
  return (
    <div className="xn-comparison">
      <Dangers of={dangersOf(changes)} />
      {incidents < fewCases && <Alert type="warning" showIcon title={t('comparison.few', { count: incidents, few: fewCases })} />}
      <Said changes={changes} from={nameOf(from)} to={nameOf(to)} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t('measure')}</th>
            <th scope="col">{nameOf(from)}</th>
            <th scope="col">{nameOf(to)}</th>
            <th scope="col">{t('difference')}</th>
            <th scope="col">{t('cases')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row key={change.measure} change={change} />
          ))}
        </tbody>
      </table>
      <p className="xn-dim">{t('comparison.measured', { at: dayTime(at), incidents, texts })}</p>
    </div>
  )
}
