import type { VerbPage } from '../../../platform/web/action/index.ts'
import { PaperField } from '../../../site/index.ts'
import { SummaryList } from '../../../ui/index.ts'
import { mayChooseKind, maySpeakFor } from '../may.ts'
import { KindField, PartyFields } from '../parts/party-fields.tsx'
import { kindLabel } from '../party/labels.ts'
import type { Registered } from '../subject.tsx'

/** The section chooses the kind, and shows the paper for what it types in of a group's own words. */
export function RevisionFields({ form, frame, thing }: VerbPage<Registered>) {
  const { actor, charter, lang } = frame
  return (
    <>
      {!maySpeakFor(actor, thing) && (
        <PaperField
          form={form}
          hint="種類を直すとき、公開をやめるときのほかは、かならず付けてください。団体の方と協働の担当課が見られます。"
        />
      )}
      {mayChooseKind(actor) ? (
        <KindField form={form} charter={charter} lang={lang} />
      ) : (
        <SummaryList
          compact
          facts={[
            { label: '団体の種類', value: `${kindLabel(charter, thing.kind, lang)}（協働の担当課が確かめて決めます）` },
          ]}
        />
      )}
      <PartyFields form={form} />
    </>
  )
}
