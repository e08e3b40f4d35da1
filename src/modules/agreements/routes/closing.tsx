import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { definePage, pages } from '../../../platform/web/index.ts'
import { terminateAgreement } from '../actions/end.ts'
import { releaseAgreement, withdrawRelease } from '../actions/release.ts'
import { ReleaseForm, TerminationForm } from '../forms/verbs.ts'
import { mayReleaseAgreement, mayTerminateAgreement, personsIn, publishableText } from '../rules.ts'
import { urls } from '../urls.ts'
import { ReleasePage, TerminationPage, WithdrawalPage } from '../views/confirm.tsx'
import { type About, about, here, shown } from './about.ts'

/** Where it is given up, released and taken back. */
export const closingPages = pages({
  [urls.termination.pattern]: definePage({
    who: (actor, { d }) => mayTerminateAgreement.why(actor, d),
    load: about,
    view: TerminationPage,
    form: TerminationForm,
    blank: (_, c) => ({ ended_on: plainDateLabel(today(c.now)) }),
    submit: async (c, input, { d }) => {
      await terminateAgreement(c, d, c.city.slug, input)
      return shown(c, d, '取りやめました。')
    },
  }),

  [urls.release.pattern]: definePage({
    who: (actor, { d }) => mayReleaseAgreement.why(actor, d),
    load: async (c) => {
      const found = await about(c)
      if (!found?.d.current) return found && { ...found, words: '', copy: undefined as never }
      const words = c.query.get('withheld') ?? found.d.withheld.join('\n')
      const { text, parties } = found.d.current
      return {
        ...found,
        words,
        copy: publishableText(text, ReleaseForm.parse({ withheld: words.slice(0, 4000) }).withheld, personsIn(parties)),
      }
    },
    view: ReleasePage,
    form: ReleaseForm,
    blank: ({ words }) => ({ withheld: words }),
    submit: async (c, { withheld }, { d }) => {
      await releaseAgreement(c, d, withheld)
      return shown(c, d, '公開しました。')
    },
    acts: {
      preview: {
        form: ReleaseForm,
        repeatable: true,
        submit: async (c, input, data) => {
          const { withheld } = input as { withheld: string[] }
          return urls.release(here(c, (data as About).d), { withheld: withheld.join('\n') })
        },
      },
    },
  }),

  [urls.withdrawal.pattern]: definePage({
    who: (actor, { d }) => mayReleaseAgreement.why(actor, d),
    load: about,
    view: WithdrawalPage,
    submit: async (c, _, { d }) => {
      await withdrawRelease(c, d)
      return shown(c, d, '公開を取りやめました。')
    },
  }),
})
