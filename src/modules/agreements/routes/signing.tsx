import { today } from '../../../platform/time/index.ts'
import { definePage, pages } from '../../../platform/web/index.ts'
import { enterPaperSignature, signAgreement } from '../actions/sign.ts'
import { PaperSignForm, SignForm } from '../forms/verbs.ts'
import { listSignatories } from '../queries/people.ts'
import { mayEnterPaperSignature, maySignAgreement, unsigned } from '../rules.ts'
import { urls } from '../urls.ts'
import { PaperSignaturePage, SignaturePage } from '../views/sign.tsx'
import { about, shown } from './about.ts'

/** Where it is signed, on the screen and from paper. */
export const signingPages = pages({
  [urls.signature.pattern]: definePage({
    who: (actor, { d }) => maySignAgreement.why(actor, d),
    load: about,
    view: SignaturePage,
    form: SignForm,
    submit: async (c, input, { d }) => {
      const { complete } = await signAgreement(c, d, c.city.slug, input)
      return shown(
        c,
        d,
        complete
          ? '署名しました。すべての署名がそろい、効力をもちました。'
          : '署名しました。ほかの当事者の署名を待っています。',
      )
    },
  }),

  [urls.paperSignature.pattern]: definePage({
    who: (actor, { d }) => mayEnterPaperSignature.why(actor, d),
    load: async (c) => {
      const found = await about(c)
      const missing = found?.d.offered ? unsigned(found.d.offered).map(({ party_id }) => party_id) : []
      return found && { ...found, signatories: await listSignatories(c.db, missing, today(c.now)) }
    },
    view: PaperSignaturePage,
    form: PaperSignForm,
    submit: async (c, input, { d }) => {
      const { complete, party } = await enterPaperSignature(c, d, c.city.slug, input)
      return shown(
        c,
        d,
        `「${party}」の署名を記録しました。${complete ? 'すべての署名がそろい、効力をもちました。' : ''}`,
      )
    },
  }),
})
