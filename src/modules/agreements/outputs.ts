import type { Door } from '../../platform/db/index.ts'
import { type Letter, letterBytes, newestLetter } from '../../platform/letters/index.ts'
import { type PdfDocument, pdfAnswer, renderPdf } from '../../platform/pdf/index.ts'
import { today } from '../../platform/time/index.ts'
import { type Documents, defineDocument, type Frame, numberAsked, type Reading } from '../../platform/web/index.ts'
import { copyPaper, signedPaper, unsigned } from '../texts/index.ts'
import { completePaper, copyOf, requestLetter, requestLetters } from './agreement/documents.ts'
import { mayEnterSignature, mayRelease } from './may.ts'
import { findPublished } from './queries/lists.ts'
import { findAgreement, listSignedVersions } from './queries/one.ts'
import { listAddressees } from './queries/people.ts'
import { type Agreement, refOf } from './tables.ts'
import { urls } from './urls.ts'

/** A paper as it was issued, byte for byte, or a document made now where no bytes were kept. */
interface Paper {
  agreement: Agreement
  name: string
  letter: Letter | undefined
  made: PdfDocument
}

/** The PDFs of an agreement: the signed text for its parties, the released copy for everyone, the request letters. */
export const documents: Documents = {
  [urls.pdf.pattern]: defineDocument({
    who: 'anyone',
    limit: 300,
    published: async (c) => (await findPublished(c.db, c.city.id, c.params.ref)) ?? null,
    load: async (c) => {
      const own = await signedVersion(c)
      return own ? { own } : c.published ? { own: null } : undefined
    },
    answer: async ({ published, data: { own }, door, frame }) =>
      own
        ? paperAnswer({ data: own, door, frame })
        : pdfAnswer(
            await renderPdf(copyPaper(published.published_text, published.published_signatures)),
            `${published.published_text.title}.pdf`,
          ),
  }),
  [urls.letter.pattern]: defineDocument({
    who: (actor, { agreement }: Paper) => mayEnterSignature.why(actor, agreement),
    load: requestTo,
    answer: paperAnswer,
  }),
  [urls.formerRetraction.pattern]: defineDocument({
    who: mayRelease,
    load: (c) => findAgreement(c.db, c.actor, c.params.ref),
    answer: async ({ frame, data }) => {
      const location = urls.retraction({ city: frame.city.slug, ref: refOf(data) })
      return new Response(null, { status: 301, headers: { location } })
    },
  }),
}

async function paperAnswer({ data: { letter, made, name }, door, frame }: { data: Paper; door: Door; frame: Frame }) {
  return pdfAnswer(letter ? await letterBytes(door, letter, frame.now) : await renderPdf(made), name)
}

/** Returns the version of the address, else the one in force, else the offered one. */
async function signedVersion(c: Reading): Promise<Paper | undefined> {
  const agreement = await findAgreement(c.db, c.actor, c.params.ref)
  const asked = numberAsked(c.query.get('version')) ?? agreement?.version ?? agreement?.offered_version
  const [version] = agreement && asked ? await listSignedVersions(c.db, agreement.id, [asked]) : []
  if (!agreement || !version) return undefined
  const paper = signedPaper(version, agreement.charter.agreement.signing)
  const name = `${version.text.title}.pdf`
  if (unsigned(version).length > 0) return { agreement, name, letter: undefined, made: paper }
  const letter = await newestLetter(c.db, aboutIt(agreement), completePaper.kind, String(version.version))
  return { agreement, name, letter, made: copyOf(paper) }
}

/** Returns the request letter to the party in the address, frozen with the offer. */
async function requestTo(c: Reading): Promise<Paper | undefined> {
  const agreement = await findAgreement(c.db, c.actor, c.params.ref)
  const { offered } = agreement ?? {}
  const party = offered?.parties.find(({ party_id }) => party_id === c.query.get('party'))
  const [to] = party ? await listAddressees(c.db, [party], today(c.now)) : []
  if (!agreement || !offered || !to) return undefined
  const letter = await newestLetter(c.db, aboutIt(agreement), requestLetters.kind, to.party_id)
  const made = copyOf(requestLetter(offered, agreement.charter, to, c.now))
  return { agreement, name: `${offered.text.title}_送り状_${to.name}.pdf`, letter, made }
}

const aboutIt = ({ id }: Agreement) => ({ kind: 'agreement', id })
