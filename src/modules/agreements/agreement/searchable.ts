import type { Searchable } from '../../../platform/module.ts'
import { fiscalYearOf } from '../../../platform/time/index.ts'
import type { AgreedText } from '../../texts/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { type AgreementRow, refOf } from '../tables.ts'

type Released = AgreementRow & { published_text: AgreedText; published_at: Date }

export function isReleased(row: AgreementRow): row is Released {
  return row.published_text !== null && row.published_at !== null
}

export function searchableAgreement({ published_text: text, ...row }: Released): Searchable {
  const words = [text.purpose, ...text.parties.map(({ name }) => name), ...text.roles.map(({ does }) => does)]
  return {
    kind: 'agreement',
    id: row.id,
    ref: refOf(row),
    title: text.title,
    text: [
      ...words,
      ...text.targets.map(({ indicator }) => indicator),
      ...text.articles.flatMap((one) => one.paragraphs),
    ].join('\n'),
    facets: [
      `year:${fiscalYearOf(text.starts_on)}`,
      `kind:${row.kind}`,
      `state:${row.state}`,
      ...(row.form ? [`form:${row.form}`] : []),
      ...text.parties.map(({ party_id }) => `party:${party_id}`),
    ],
    shown: {
      number: text.number,
      summary: text.purpose.slice(0, 200),
      parties: text.parties.map(({ name }) => name),
      period: `${text.starts_on}/${text.ends_on ?? '..'}`,
      state: lifecycle.label(row.state),
    },
    at: row.published_at,
  }
}
