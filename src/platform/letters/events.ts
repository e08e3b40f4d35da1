import { attested, sha256Of } from '../record/attested.ts'
import { event } from '../record/event.ts'

/** What a letter says. */
const content = attested({
  name: 'letter.content',
  label: '書面の内容',
  rows: `select city_id, id, issued_at as at, jsonb_build_object('kind', kind, 'subject_id', subject_id,
      'number', number, 'corrects', corrects, 'document', ${sha256Of('document::text')}) as value
    from public.letters`,
  grows: true,
  dated: true,
  words: { kind: '種類', subject_id: 'もとの手続き', number: '番号', corrects: '訂正した書面', document: '内容' },
})

/** The bytes of a letter, as they were rendered once. */
const bytes = attested({
  name: 'letter.bytes',
  label: '書面のPDF',
  rows: `select city_id, id, rendered_at as at, to_jsonb(encode(sha256(pdf), 'hex')) as value
    from public.letters where pdf is not null`,
  grows: true,
  dated: true,
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
