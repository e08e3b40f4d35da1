import { atom } from '../../../platform/feed/index.ts'
import { type Documents, defineDocument, type Frame } from '../../../platform/web/index.ts'
import { newsWords } from '../news.ts'
import { listNews, type News } from '../queries.ts'
import { urls } from '../urls.ts'

export const feed: Documents = {
  [urls.feed.pattern]: defineDocument({
    who: 'anyone',
    published: (c) => listNews(c.db, c.city.id, 50),
    answer: async ({ frame, published }) =>
      new Response(feedOf(frame, published), { headers: { 'Content-Type': 'application/atom+xml; charset=UTF-8' } }),
  }),
}

function feedOf(frame: Frame, news: News[]): string {
  const { city } = frame
  const { publicUrl, modules } = frame.installation
  return atom({
    id: publicUrl + urls.feed({ city: city.slug }),
    title: `${city.name}の協働`,
    link: publicUrl + urls.front({ city: city.slug }),
    updated: news[0]?.at ?? new Date(0),
    entries: news.flatMap((row) => {
      const words = newsWords(frame, modules, row)
      if (!words) return []
      const { title, sentence, href } = words
      const summary = [`${sentence}。`, row.shown?.summary].filter(Boolean).join('\n')
      return [
        { id: `urn:uuid:${row.id}`, title: `${title}：${sentence}`, link: publicUrl + href, updated: row.at, summary },
      ]
    }),
  })
}
