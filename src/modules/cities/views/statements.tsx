import type { Frame } from '../../../platform/web/index.ts'
import { GalleryBody, Section } from '../../../ui/index.ts'
import { CityPage } from './frame.tsx'

/** What the product does for people who read, hear or operate pages in other ways, and what it cannot do yet. */
export function AccessibilityPage({ frame }: { frame: Frame }) {
  return (
    <CityPage
      frame={frame}
      title="アクセシビリティについて"
      lead="だれもが使えるように、JIS X 8341-3:2016 の適合レベルAAとWCAG 2.2のAAを目標にしてつくっています。"
    >
      <Section heading="していること">
        <ul>
          <li>すべての手続きは、スクリプトを使わない設定でも、キーボードだけでも、印刷した用紙でも行えます。</li>
          <li>必須の項目、状態、誤りは、色だけでなく言葉で示します。</li>
          <li>ページを400％に拡大しても、横に動かさずに読めます。</li>
          <li>すべてのページを、公開の前に自動の検査にかけています。</li>
        </ul>
      </Section>
      <Section heading="お困りのとき">
        <p>
          使いにくいところがありましたら、市の協働の担当窓口へお知らせください。電話・窓口・用紙でも同じ手続きができます。
        </p>
      </Section>
    </CityPage>
  )
}

/** Which personal data the product holds, what for, and who sees it. */
export function PrivacyPage({ frame }: { frame: Frame }) {
  return (
    <CityPage
      frame={frame}
      title="個人情報の取扱い"
      lead="お預かりする個人情報は、協働の手続きのためだけに使います。外部の計測サービスなどへは、何も送りません。"
    >
      <Section heading="お預かりするもの">
        <p>
          お名前、連絡先、所属する団体と役割、手続きの記録をお預かりします。連絡先が公開のページに出ることはありません。
        </p>
      </Section>
      <Section heading="見ることができる人">
        <p>
          あなたと、同じ団体の担当の方、手続きを受け持つ市の職員が見ることができます。ほかの市の職員は見ることができません。
        </p>
      </Section>
      <Section heading="確かめたい・直したい・消したいとき">
        <p>
          個人情報の保護に関する法律にもとづき、開示・訂正・利用停止を求めることができます。市の窓口へお申し出ください。
        </p>
      </Section>
    </CityPage>
  )
}

/** Every component in every state, for those who build pages. */
export function GalleryPage({ frame }: { frame: Frame }) {
  return (
    <CityPage frame={frame} title="部品の見本" wide>
      <GalleryBody />
    </CityPage>
  )
}
