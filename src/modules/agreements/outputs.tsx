import type { Context, Hono } from 'hono'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/index.ts'
import { contentDisposition } from '../../platform/files/index.ts'
import { type PdfBlock, type PdfDocument, renderPdf } from '../../platform/pdf/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { plainDateLabel } from '../../platform/time.ts'
import { type Parts, refuse, strayFrame } from '../../platform/web/index.ts'
import { isSection } from '../parties/index.ts'
import { findAgreement, findPublished, listMissing, listSignedVersions } from './queries.ts'
import { type AgreementText, type PublishedAgreement, refOf, resourceLabels, type SignedVersion } from './tables.ts'
import { urls } from './urls.ts'
import { targetWords } from './views/text.tsx'

/** What waits for this person: their signature, and for the section the signatures still missing. */
export async function waitingFor(db: Db, actor: Actor, city: string) {
  const mine = new Set(actor.parties.flatMap(({ party_id, roles }) => (roles.includes('signatory') ? party_id : [])))
  if (!mine.size && !isSection(actor)) return []
  const missing = await listMissing(db, isSection(actor) ? undefined : [...mine])
  return missing.flatMap((row) => {
    const ref = refOf(row)
    const about = { title: row.title, since: row.offered_at! }
    const own = row.missing.filter(({ party_id }) => mine.has(party_id))
    const signs = own.map(({ name }) => ({
      ...about,
      href: urls.signature({ city, ref }),
      kind: '署名する',
      who: name,
    }))
    const others = row.missing.filter(({ party_id }) => !mine.has(party_id)).map(({ name }) => name)
    if (!isSection(actor) || !others.length) return signs
    const who = `${others.slice(0, 3).join('、')}${others.length > 3 ? `ほか${others.length - 3}者` : ''}の署名待ち`
    return [...signs, { ...about, href: urls.show({ city, ref }), kind: '署名を確かめる', who }]
  })
}

interface Given {
  name?: string
  signed_on?: string
  digest?: string
}

/** The agreement on paper: with its signatures, or with lines for the pen and the number of exactly this text. */
export function agreementPdf(
  text: AgreementText,
  given: (party_id: string) => Given,
  digest: string | undefined,
): PdfDocument {
  const signatures = text.parties.map(({ mark, name, party_id }) => {
    const { signed_on, ...one } = given(party_id)
    return {
      party: `${mark}　${name}`,
      name: one.name,
      ...(signed_on ? { signedOn: signed_on, digest: one.digest } : {}),
    }
  })
  const note = digest
    ? `文面の照合番号（SHA-256）　${digest.match(/.{1,8}/g)!.join(' ')}\nこの番号は、条文と別表の一字一句から計算したものです。同じ番号の文面は、同じ文面です。`
    : '公開用の写しです。個人の情報などを伏せているため、署名された文面とは異なるところがあります。'
  return {
    kind: 'agreement',
    title: `${text.title}\n${text.kind}`,
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: '番号', value: text.number },
          ...text.parties.map(({ mark, name }) => ({ label: mark, value: name })),
        ],
      },
      { type: 'paragraph', text: text.preamble },
      { type: 'articles', articles: text.articles.map(({ heading, paragraphs }) => ({ title: heading, paragraphs })) },
      { type: 'paragraph', text: text.closing },
      { type: 'signatures', signatures },
      ...annexes(text),
      { type: 'note', text: note },
    ],
  }
}

function annexes(text: AgreementText): PdfBlock[] {
  const name = (id: string) => {
    const party = text.parties.find(({ party_id }) => party_id === id)
    return party ? `${party.mark}　${party.name}` : 'すべての当事者'
  }
  const blocks: PdfBlock[] = []
  if (text.targets.length)
    blocks.push({
      type: 'table',
      caption: '別表　目標',
      columns: [
        { label: '何で測るか', width: 3 },
        { label: 'めざす値', align: 'right', width: 2 },
        { label: 'いつまでに', width: 2 },
      ],
      rows: text.targets.map((one) => [one.indicator, targetWords(one), plainDateLabel(one.by)]),
    })
  if (text.roles.length)
    blocks.push({
      type: 'table',
      caption: '別表　役割',
      columns: [
        { label: '当事者', width: 2 },
        { label: 'すること', width: 4 },
        { label: '持ち寄るもの', width: 2 },
      ],
      rows: text.roles.map(({ party_id, does, brings }) => [
        name(party_id),
        does,
        brings ? `${resourceLabels[brings.kind]}　${brings.words}` : '',
      ]),
    })
  if (text.money.length)
    blocks.push({
      type: 'table',
      caption: '別表　費用',
      columns: [
        { label: '負担する当事者', width: 3 },
        { label: '金額', align: 'right', width: 2 },
        { label: '何のために', width: 3 },
      ],
      rows: text.money.map((one) => [name(one.party_id), `${one.yen.toLocaleString('ja-JP')}円`, one.for]),
    })
  return blocks
}

/** For the parties and the section: the text itself with the names of those who signed. */
export function signedPdf({ text, digest, signatures }: SignedVersion): PdfDocument {
  return agreementPdf(
    text,
    (id) => {
      const one = signatures.find(({ party_id }) => party_id === id)
      return one ? { name: one.signer_name, signed_on: one.signed_on, digest: one.digest } : {}
    },
    digest,
  )
}

/** For everyone: the released copy, without persons. */
export function releasedPdf({ published_text, published_signatures }: PublishedAgreement): PdfDocument {
  return agreementPdf(
    published_text,
    (id) => ({ signed_on: published_signatures.find(({ party_id }) => party_id === id)?.signed_on }),
    undefined,
  )
}

/** The agreement as a PDF: for the parties as signed, for everyone the released copy. */
export function outputs(app: Hono, parts: Parts): void {
  app.get(urls.pdf.pattern, async (c) => {
    const document = await documentFor(c, parts)
    if (!document) return refuse(c, parts, strayFrame(c, parts), new NotFound())
    const pdf = await renderPdf(document)
    return new Response(pdf as Uint8Array<ArrayBuffer>, {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': contentDisposition('attachment', `${document.title.split('\n')[0]}.pdf`),
        'Cache-Control': 'no-store',
      },
    })
  })
}

async function documentFor(c: Context, parts: Parts): Promise<PdfDocument | undefined> {
  const { city, ref } = c.req.param() as { city: string; ref: string }
  const found = await parts.resolve({ city })
  if (!found) return undefined
  const own = await ownVersion(c, parts, found.cityId, ref)
  if (own) return signedPdf(own)
  const published = await parts.doors.public.run((db) => findPublished(db, found.cityId, ref))
  return published && releasedPdf(published)
}

/** The version asked for, or the one in force, or the one to sign. */
async function ownVersion(c: Context, parts: Parts, cityId: number, ref: string): Promise<SignedVersion | undefined> {
  const session = await parts.session(c)
  if (!session?.confirmed) return undefined
  return parts.doors.city(cityId).run(async (db) => {
    const d = await findAgreement(db, await parts.actorFor(db, session, cityId), ref)
    const asked = Number(c.req.query('version')) || (d?.version ?? d?.offered_version)
    return d && asked ? (await listSignedVersions(db, d.id, [asked]))[0] : undefined
  })
}

interface Letter {
  title: string
  number: string
  /** Where to go; a line of its own, so that the mail's sender can make it a whole address. */
  link: string
}

/** To a signatory: a text waits for their signature. */
export function offerMail({ title, number, link }: Letter, party: string, amends: boolean) {
  return {
    subject: `【署名のお願い】${title}`,
    body: [
      `${party}　署名者の方へ`,
      '',
      `「${title}」（${number}）の${amends ? '変更の' : ''}文面が決まりました。`,
      '次のページで文面のすべてをお読みになり、署名をお願いします。',
      '',
      link,
      '',
      'すべての当事者が同じ文面に署名したときに、効力をもちます。',
    ].join('\n'),
  }
}

/** To those who had been asked: the text is being written on. */
export function recallMail({ title, number, link }: Letter, reason: string) {
  return {
    subject: `【お知らせ】${title}の文面を案に戻しました`,
    body: [
      `「${title}」（${number}）の文面を、直すために案に戻しました。`,
      'これまでの署名は数えなくなります。直した文面で、あらためて署名をお願いします。',
      '',
      `理由　${reason}`,
      '',
      link,
    ].join('\n'),
  }
}

/** To every party: all have signed. */
export function completeMail({ title, number, link }: Letter) {
  return {
    subject: `【お知らせ】${title}に全員の署名がそろいました`,
    body: [
      `「${title}」（${number}）に、すべての当事者の署名がそろい、効力をもちました。`,
      '文面と署名は、次のページで読み、PDFで受け取れます。',
      '',
      link,
    ].join('\n'),
  }
}

/** To every party: it was given up, and why. */
export function terminationMail({ title, number, link }: Letter, reason: string, ended_on: string | null) {
  return {
    subject: `【お知らせ】${title}を取りやめました`,
    body: [
      `「${title}」（${number}）は、${ended_on ? `${plainDateLabel(ended_on)}をもって` : ''}取りやめとなりました。`,
      '',
      `理由　${reason}`,
      '',
      link,
    ].join('\n'),
  }
}
