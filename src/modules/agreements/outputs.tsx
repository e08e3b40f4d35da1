import type { Context, Hono } from 'hono'
import type { Act } from '../../platform/actor.ts'
import { contentDisposition } from '../../platform/files/index.ts'
import { type Notice, noticeBody } from '../../platform/mail/index.ts'
import type { Waiting } from '../../platform/module.ts'
import { type PdfBlock, type PdfDocument, renderPdf } from '../../platform/pdf/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { dateLabel, plainDateLabel, today } from '../../platform/time.ts'
import { numberAsked, type Parts, refuse, strayFrame } from '../../platform/web/index.ts'
import { canActFor, isSection, writableParties } from '../parties/index.ts'
import { findAgreement, findPublished, listAdopted, listSignedVersions, listWaiting } from './queries.ts'
import { targetWords } from './rules.ts'
import { type AgreementText, type PublishedAgreement, refOf, resourceLabels, type SignedVersion } from './tables.ts'
import { urls } from './urls.ts'
import { someNames } from './views/list.tsx'

/** What waits for this person: to begin what an adopted proposal leads to, and what is under way. */
export async function waitingFor(act: Act, city: string): Promise<Waiting[]> {
  return [...(await toBegin(act, city)), ...(await underWay(act, city))]
}

async function toBegin({ db, actor }: Act, city: string): Promise<Waiting[]> {
  const found = await listAdopted(db, actor)
  return found.map((one) => ({
    href: urls.new({ city }, { proposal: one.id }),
    title: one.title,
    kind: '取り決めを書き始める',
    since: one.state_since,
    ...(canActFor(actor, one.party_id) === true ? { who: one.party_name } : { of: one.party_name, who: '担当課' }),
  }))
}

/** Their signature; for the section signatures still missing and copies to release; reviews. */
async function underWay({ db, actor, now }: Act, city: string): Promise<Waiting[]> {
  const signs = new Set(actor.parties.flatMap(({ party_id, roles }) => (roles.includes('signatory') ? party_id : [])))
  const writes = new Set(writableParties(actor).map(({ party_id }) => party_id))
  const section = isSection(actor)
  if (!signs.size && !writes.size && !section) return []
  const rows = await listWaiting(db, section ? undefined : [...signs, ...writes], today(now))
  return rows.flatMap((row) => {
    const here = { city, ref: refOf(row) }
    const about = { title: row.title, href: urls.show(here) }
    const own = row.missing.filter(({ party_id }) => signs.has(party_id))
    const others = row.missing.filter(({ party_id }) => !signs.has(party_id))
    const mine = row.named.filter(({ party_id }) => writes.has(party_id))
    const found: Waiting[] = []
    for (const { name } of own)
      found.push({ ...about, href: urls.signature(here), kind: '署名する', since: row.offered_at!, who: name })
    if (section && others.length)
      found.push({
        ...about,
        of: `${someNames(others)}の署名待ち`,
        kind: '署名を確かめる',
        since: row.offered_at!,
        who: '協働の担当課',
      })
    if (row.review_on && (section || mine.length))
      found.push({
        ...about,
        kind: '続けるかどうかを話し合う',
        since: row.in_force_at!,
        due: row.review_on,
        ...(section ? { of: someNames(row.named), who: '協働の担当課' } : { who: someNames(mine) }),
      })
    if (section && row.to_release)
      found.push({
        ...about,
        href: urls.release(here),
        kind: '公開用の写しを確かめて公開する',
        since: row.in_force_at!,
        who: '協働の担当課',
      })
    return found
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
      rows: text.targets.map((one) => [one.indicator, targetWords(one), dateLabel(one.by)]),
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
    const asked = numberAsked(c.req.query('version')) ?? (d?.version ?? d?.offered_version)
    return d && asked ? (await listSignedVersions(db, d.id, [asked]))[0] : undefined
  })
}

interface Letter {
  title: string
  number: string
  /** Where to go; the mail's sender makes it a whole address. */
  page: string
  from: Notice['from']
}

type Mail = { subject: string; body: string }

/** To a signatory: a text waits for their signature. */
export function offerMail({ title, number, page, from }: Letter, party: string, amends: boolean): Mail {
  const says = [
    `「${title}」（${number}）の${amends ? '変更の' : ''}文面が決まりました。`,
    'すべての当事者が同じ文面に署名したときに、効力をもちます。',
  ]
  const todo = { what: '文面のすべてをお読みになり、署名をお願いします。', url: page }
  return { subject: `【署名のお願い】${title}`, body: noticeBody({ to: `${party}　署名者の方へ`, says, todo, from }) }
}

/** To those who had been asked: the text is being written on. */
export function recallMail({ title, number, page, from }: Letter, reason: string): Mail {
  const says = [
    `「${title}」（${number}）の文面を、直すために案に戻しました。`,
    'これまでの署名は数えなくなります。直した文面で、あらためて署名をお願いします。',
    `理由　${reason}`,
  ]
  return {
    subject: `【お知らせ】${title}の文面を案に戻しました`,
    body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
  }
}

/** To every party: all have signed. */
export function completeMail({ title, number, page, from }: Letter): Mail {
  const says = [
    `「${title}」（${number}）に、すべての当事者の署名がそろい、効力をもちました。`,
    '文面と署名は、次のページで読み、PDFで受け取れます。',
  ]
  return {
    subject: `【お知らせ】${title}に全員の署名がそろいました`,
    body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
  }
}

/** To every party: it was given up, and why. */
export function terminationMail({ title, number, page, from }: Letter, reason: string, ended_on: string | null): Mail {
  const says = [
    `「${title}」（${number}）は、${ended_on ? `${plainDateLabel(ended_on)}をもって` : ''}取りやめとなりました。`,
    `理由　${reason}`,
  ]
  return {
    subject: `【お知らせ】${title}を取りやめました`,
    body: noticeBody({ to: '当事者の皆様', says, see: page, from }),
  }
}
