import { attested, sha256Of } from '../../platform/record/attested.ts'

/** The text of a version of the city's charter. */
const document = attested({
  name: 'charter.document',
  label: '指針の文面',
  rows: `select city_id, id, jsonb_build_object('version', version, 'in_force_on', in_force_on,
      'document', ${sha256Of('document::text')}) as value
    from public.charters`,
  grows: true,
  words: { version: '版', in_force_on: '施行日', document: '文面' },
})

/** Everything that a charter's entries attest. */
export const attests = [document] as const
