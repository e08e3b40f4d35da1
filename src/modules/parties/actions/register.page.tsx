import type { VerbPage } from '../../../platform/web/action/index.ts'
import { KindField, PartyFields } from '../parts/party-fields.tsx'

// biome-ignore lint/suspicious/noExplicitAny: a group is registered on the city's ground, whatever else that holds
export function RegistrationFields({ form, frame }: Pick<VerbPage<any>, 'form' | 'frame'>) {
  return (
    <>
      <KindField form={form} charter={frame.charter} lang={frame.lang} />
      <PartyFields form={form} />
    </>
  )
}
