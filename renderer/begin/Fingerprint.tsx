import { useWords } from '../ui/words.ts'
import { fingerprintLines } from './fingerprintLines.ts'
import { beginWords } from './words.ts'

/** Large, in numbered lines of groups, as one person reads it to another. */
export const Fingerprint = ({ fingerprint }: { readonly fingerprint: string }) => {
  const t = useWords(beginWords)
  return (
    <table className="xn-fingerprint">
      <caption>{t('fingerprint')}</caption>
      <tbody>
        {fingerprintLines(fingerprint).map((groups, at) => (
          <tr key={groups.join()}>
            <th scope="row">{t('line', { number: at + 1 })}</th>
            {groups.map((group, nth) => (
              <td key={nth}>{group}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
