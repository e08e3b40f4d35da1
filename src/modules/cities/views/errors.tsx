import type { Frame } from '../../../platform/web/index.ts'
import { LinkList } from '../../../ui/index.ts'
import { urls as publishing } from '../../publishing/urls.ts'
import { CityPage } from './frame.tsx'

const headings: Record<number, string> = {
  403: 'この手続きはできません',
  404: 'ページが見つかりません',
  409: '先にほかの変更がありました',
  422: '入力を確かめてください',
  500: 'うまくいきませんでした',
}

const remedies: Record<number, string> = {
  403: '心当たりのない場合は、市の協働の担当窓口へお問い合わせください。',
  404: 'アドレスの打ち間違いか、ページが公開されなくなった可能性があります。市のページからお探しください。',
  409: '前の画面に戻り、読み込み直してから、もう一度お試しください。',
  422: '前の画面に戻って、入力をお確かめください。',
  500: 'しばらくたってから、もう一度お試しください。続くときは、下の番号を添えて、市の協働の担当窓口へお知らせください。',
}

/** What happened, why, and what to do now: a sentence each. */
export function ErrorView({ frame, status, sentence }: { frame: Frame; status: number; sentence: string }) {
  const heading = headings[status] ?? headings[500]!
  return (
    <CityPage frame={frame} title={heading} lead={status === 500 ? remedies[500] : sentence}>
      <p>{status === 500 ? sentence : (remedies[status] ?? remedies[500])}</p>
      <LinkList
        links={
          frame.city
            ? [
                { href: publishing.front({ city: frame.city.slug }), label: `${frame.city.name}のページへ` },
                { href: publishing.projects({ city: frame.city.slug }), label: '取り組みの一覧へ' },
              ]
            : [{ href: publishing.start(), label: 'はじめのページへ' }]
        }
      />
    </CityPage>
  )
}
