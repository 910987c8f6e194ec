import { soundsOf } from '../../../shared/domain/language/sounds.ts'

/** A few characters that sound alike, for tests that need no more. */
export const fewSounds = soundsOf(['zhao 着照找', 'zao 早', 'huo 火伙货', 'shang 伤上', 'dao 刀到'].join('\n'))
