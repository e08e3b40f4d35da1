import type { Child } from 'hono/jsx'
import type { Frame } from '../platform/web/index.ts'
import type { Lang } from '../platform/words/lang.ts'
import { sentenceIn } from '../platform/words/sentences.ts'
import { Original, Page, type PageProps } from '../ui/index.ts'
import { waysOf } from './ways.ts'

type Own = Omit<PageProps, 'lang' | 'matter' | 'owner' | 'assets' | 'flash' | keyof ReturnType<typeof waysOf>>

/** A page in the product's frame: `<CityPage frame={frame} title="提案の一覧">…</CityPage>` */
export function CityPage({ frame, children, ...own }: Own & { frame: Frame; children?: Child }) {
  const { lang, chosen } = frame
  return (
    <Page
      {...own}
      {...waysOf(frame)}
      lang={chosen}
      matter={lang}
      owner={frame.owner}
      assets={frame.assets}
      flash={frame.flash ? { kind: 'success', text: flashIn(chosen, frame.flash) } : undefined}
    >
      {children}
    </Page>
  )
}

function flashIn(lang: Lang, japanese: string): Child {
  return sentenceIn(lang, japanese) ?? <Original>{japanese}</Original>
}
