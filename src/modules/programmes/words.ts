import { plainDateLabel } from '../../platform/time/index.ts'
import type { Lang } from '../../platform/web/index.ts'
import { catalogue } from '../../platform/words/catalogue.ts'
import { dayIn } from '../../platform/words/spoken-time.ts'

export const say = catalogue({
  title: { ja: '募集・制度', easy: '{募集|ぼしゅう}', en: 'Calls and programmes' },
  lead: {
    ja: '市といっしょに取り組むための制度と、その受付の日程です。',
    easy: '{市|し}と いっしょに する ための しくみと、いつ {出|だ}せるかです。',
    en: 'The ways of working with the city, and when each takes proposals.',
  },
  open: { ja: 'いま受け付けているもの', easy: '{今|いま} {出|だ}せる もの', en: 'Open now' },
  coming: { ja: '次の受付を待つもの', easy: '{次|つぎ}を {待|ま}つ もの', en: 'Waiting for their next call' },
  others: { ja: 'そのほかの取組', easy: 'ほかの もの', en: 'Other schemes' },
  ended: { ja: '終わったもの', easy: '{終|お}わった もの', en: 'Ended' },
  taking: { ja: '受付中', easy: '{今|いま} {出|だ}せます', en: 'Open' },
  always: {
    ja: '一年を通して受け付けます',
    easy: 'いつでも {出|だ}せます',
    en: 'Open all year',
  },
})

export const saysWhen: Record<'until' | 'from' | 'over', Record<Lang, (day: string) => string>> = {
  until: {
    ja: (day) => `${dayIn('ja', day)}まで`,
    easy: (day) => `${dayIn('easy', day)}まで`,
    en: (day) => `until ${dayIn('en', day)}`,
  },
  from: {
    ja: (day) => `${plainDateLabel(day)}から受け付けます`,
    easy: (day) => `${dayIn('easy', day)}から {出|だ}せます`,
    en: (day) => `opens on ${dayIn('en', day)}`,
  },
  over: {
    ja: (day) => `今回の受付は${plainDateLabel(day)}に終わりました`,
    easy: (day) => `${dayIn('easy', day)}に {終|お}わりました`,
    en: (day) => `the last call closed on ${dayIn('en', day)}`,
  },
}
