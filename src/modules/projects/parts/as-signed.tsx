import type { Frame } from '../../../platform/web/index.ts'
import { Notice } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import type { Signed } from '../tables.ts'

/** Says where that which all have signed is changed. */
export function AsSigned({ frame, signed }: { frame: Frame; signed: Signed }) {
  const href = agreements.show({ city: frame.city.slug, ref: signed.ref })
  return (
    <Notice kind="info" heading="署名のすんだ取り決めのとおりです">
      <p>
        皆さんが署名した<a href={href}>「{signed.title}」</a>
        が定めた役割、お金、期間、目標は、ここでは変えられません。
        {signed.in_force && '変えるときは、その取り決めのページで変更の案を書き、皆さんでもう一度署名してください。'}
      </p>
    </Notice>
  )
}
