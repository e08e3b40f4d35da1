import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { LinkList } from '../../../ui/index.ts'
import { mayAdminister } from '../may.ts'
import { urls } from '../urls.ts'

function HomePage({ frame }: Views<undefined, undefined>) {
  const at = { city: frame.city.slug }
  return (
    <CityPage frame={frame} title="管理">
      <LinkList
        links={[
          { href: urls.people(at), label: '職員と役割', about: '職員を招き、役割の始まりと終わりを決めます。' },
          { href: urls.record(at), label: '記録', about: 'この市で起きたことのすべてを、起きた順にたどります。' },
          {
            href: urls.jobs(at),
            label: '止まっている作業',
            about: '送れなかったメールなど、うまくいかなかった作業を確かめ、もう一度試します。',
          },
        ]}
      />
    </CityPage>
  )
}

export const homePage = definePage({ who: mayAdminister, view: HomePage })
