import { attested, sha256Of } from '../record/attested.ts'
import { event } from '../record/event.ts'

/** What a letter says; one from before letters had entries has nothing to be compared with. */
const content = attested({
  name: 'letter.content',
  label: '書面の内容',
  rows: `select l.city_id, l.id, case when l.issued_at >= (
      select min(e.at) from public.record_entries e where e.city_id = l.city_id and e.kind = 'letter.issued')
    then jsonb_build_object('kind', l.kind, 'subject_id', l.subject_id, 'number', l.number, 'corrects', l.corrects,
      'document', ${sha256Of('l.document::text')}) end as value
    from public.letters l`,
  grows: true,
  words: { kind: '種類', subject_id: 'もとの手続き', number: '番号', corrects: '訂正した書面', document: '内容' },
})

/** The bytes of a letter, as they were rendered once. */
const bytes = attested({
  name: 'letter.bytes',
  label: '書面のPDF',
  rows: `select l.city_id, l.id, case when l.rendered_at >= (
      select min(e.at) from public.record_entries e where e.city_id = l.city_id and e.kind = 'letter.rendered')
    then to_jsonb(encode(sha256(l.pdf), 'hex')) end as value
    from public.letters l where l.pdf is not null`,
  grows: true,
})

export const issued = event<{ number: string; title: string }>('letter.issued', {
  audience: 'staff',
  says: ({ number, title }) => `書面${title ? `「${title}」` : ''}${number ? `（${number}）` : ''}を出しました`,
  attests: [content],
})

export const rendered = event('letter.rendered', {
  audience: 'staff',
  says: () => '書面のPDFをつくり、控えました',
  attests: [bytes],
})

export const events = [issued, rendered] as const
export const attests = [content, bytes] as const
