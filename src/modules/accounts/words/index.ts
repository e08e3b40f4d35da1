import type { Lang } from '../../../platform/words/lang.ts'
import { type AccountWords, accountWords } from './account.ts'
import { type SignInWords, signInWords } from './sign-in.ts'

export { codesLeft, NAME_MAX, PASSKEY_NAME_MAX, PASSWORD_MAX, PASSWORD_MIN, said } from './said.ts'

export type Words = AccountWords & SignInWords

export const words: Record<Lang, Words> = {
  ja: { ...accountWords.ja, ...signInWords.ja },
  easy: { ...accountWords.easy, ...signInWords.easy },
  en: { ...accountWords.en, ...signInWords.en },
}
