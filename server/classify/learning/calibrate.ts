import { logistic, logOdds, policeShare, tempered, type Calibration, type Sureness } from '../model/model.ts'

/** What a model said of a text that it had not learnt from, beside what is so. */
export type HeldBack = {
  /** Probabilities: one per kind, then police and critical. */
  readonly means: Float64Array
  /** Positions of the kinds that are accepted. */
  readonly kinds: readonly number[]
  readonly police: boolean
  readonly critical: boolean
  /** What the danger rules say without the model. */
  readonly policeByRule: boolean
  readonly criticalByRule: boolean
}

/**
 * From which probability on the answer is yes. What is missed costs more than what is sent in vain, so both stand below one half:
 * chosen by the recall and precision that `npm run train` prints for texts of writers who were left out.
 */
const yesFrom = { police: 0.35, critical: 0.045 } as const

const temperatures = Array.from({ length: 60 }, (_, i) => 0.5 * 1.04 ** i)

/** The temperature at which the accepted kinds were least surprising; where nothing was held back, nothing is changed. */
const temperatureOf = (texts: readonly HeldBack[], kinds: number): number => {
  if (texts.length === 0) return 1
  const surprise = (temperature: number) =>
    texts.reduce((sum, { means, kinds: accepted }) => {
      const shares = tempered(means, kinds, temperature)
      return sum - Math.log(1e-9 + accepted.reduce((share, kind) => share + (shares[kind] as number), 0))
    }, 0)
  const measured = temperatures.map((temperature) => ({ temperature, surprise: surprise(temperature) }))
  return measured.reduce((best, one) => (one.surprise < best.surprise ? one : best)).temperature
}

type Point = { readonly odds: number; readonly isSo: boolean }

const surpriseOf = (points: readonly Point[], fit: Pick<Sureness, 'slope' | 'shift'>): number =>
  points.reduce((sum, { odds, isSo }) => {
    const p = logistic(odds, fit)
    return sum - Math.log(1e-12 + (isSo ? p : 1 - p))
  }, 0)

/** Slope and shift of the logistic function, by Newton's method; a step that surprises more is halved until it does not. */
const platt = (points: readonly Point[]): Pick<Sureness, 'slope' | 'shift'> => {
  let fit = { slope: 0.5, shift: 0 }
  for (let round = 0; round < 50; round++) {
    let [gs, gh, hss, hsh, hhh] = [0, 0, 1e-6, 0, 1e-6]
    for (const { odds, isSo } of points) {
      const p = logistic(odds, fit)
      const error = p - (isSo ? 1 : 0)
      const curve = p * (1 - p)
      gs += error * odds
      gh += error
      hss += curve * odds * odds
      hsh += curve * odds
      hhh += curve
    }
    const determinant = hss * hhh - hsh * hsh
    const [slope, shift] = [(hhh * gs - hsh * gh) / determinant, (hss * gh - hsh * gs) / determinant]
    const before = surpriseOf(points, fit)
    let share = 1
    while (share > 1e-6 && surpriseOf(points, { slope: fit.slope - share * slope, shift: fit.shift - share * shift }) > before) share /= 2
    if (share <= 1e-6) break
    fit = { slope: fit.slope - share * slope, shift: fit.shift - share * shift }
  }
  return fit
}

type Judged = Point & { readonly isFound: boolean }

/** Recall and precision of rules and model together at some thresholds, for whoever chooses `yesFrom`. */
const curveOf = (judged: readonly Judged[], fit: Pick<Sureness, 'slope' | 'shift'>): string => {
  const so = judged.filter(({ isSo }) => isSo).length
  return [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5]
    .map((threshold) => {
      const said = judged.filter(({ odds, isFound }) => isFound || logistic(odds, fit) >= threshold)
      const right = said.filter(({ isSo }) => isSo).length
      return `${threshold}: ${(right / so).toFixed(3)}/${(right / said.length).toFixed(3)}`
    })
    .join('  ')
}

/** The position of the likeliest kind. */
const likeliest = (means: ArrayLike<number>, kinds: number): number => {
  let best = 0
  for (let k = 1; k < kinds; k++) if ((means[k] as number) > (means[best] as number)) best = k
  return best
}

/** Fits the calibration to held-back texts; they should be like those that the room will hear. `isPolice` says which kinds are matters of police. */
export const calibrate = (
  texts: readonly HeldBack[],
  isPolice: readonly boolean[],
  tell: (line: string) => void = () => undefined,
): Calibration => {
  const kinds = isPolice.length
  const judgedPolice = texts.map(({ means, police, policeByRule }) => ({
    odds: logOdds(policeShare(means, isPolice)),
    isSo: police,
    isFound: policeByRule || isPolice[likeliest(means, kinds)] === true,
  }))
  const judgedCritical = texts.map(({ means, critical, criticalByRule }) => ({
    odds: logOdds(means[kinds + 1] as number),
    isSo: critical,
    isFound: criticalByRule,
  }))
  const police = { ...platt(judgedPolice), threshold: yesFrom.police }
  const critical = { ...platt(judgedCritical), threshold: yesFrom.critical }
  tell(`police, recall/precision from a threshold on: ${curveOf(judgedPolice, police)}`)
  tell(`critical: ${curveOf(judgedCritical, critical)}`)
  return { temperature: temperatureOf(texts, kinds), police, critical }
}
