import { isoDateTime, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { dayIn } from '../../../platform/words/spoken-time.ts'
import { Original, Section, Spoken, Timeline } from '../../../ui/index.ts'
import { newsWords } from '../news.ts'
import type { News } from '../queries.ts'
import { publicWords } from '../words/public.ts'

export function Lately({ frame, news }: { frame: Frame; news: News[] }) {
  const events = news.flatMap(({ at, ...row }) => {
    const words = newsWords(frame, frame.installation.modules, { at, ...row })
    if (!words) return []
    const what = (
      <>
        <a href={words.href}>
          <Original>{words.title}</Original>
        </a>
        <br />
        <Spoken>{words.sentence}</Spoken>
        {frame.lang === 'en' ? '.' : '。'}
      </>
    )
    return [{ at: isoDateTime(at), when: dayIn(frame.lang, today(at)), what }]
  })
  if (!events.length) return null
  return (
    <Section heading={publicWords[frame.lang].lately} id="lately">
      <Timeline events={events} />
    </Section>
  )
}
