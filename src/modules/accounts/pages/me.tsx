import { z } from 'zod'
import { definePage, type Frame, flatten, labelled, type Reading, type Views } from '../../../platform/web/index.ts'
import { langs } from '../../../platform/words/lang.ts'
import { CityPage } from '../../../site/index.ts'
import { Form, Notice, Original, RadioField, Section, SubmitRow, SummaryList, TextField } from '../../../ui/index.ts'
import { entry } from '../account.ts'
import { findPassword, mine } from '../queries/accounts.ts'
import { listSessions } from '../queries/sessions.ts'
import { urls } from '../urls.ts'
import { NAME_MAX, said, words } from '../words/index.ts'
import { reviseAccount } from '../writes/accounts.ts'

async function overview(c: Reading) {
  const me = await mine(c)
  if (!me) return undefined
  const found = await findPassword(c.db, me.account.email)
  return {
    ...me,
    hasPassword: Boolean(found?.password_hash),
    sessions: await listSessions(c.db, me.account.id, c.now),
  }
}

type Overview = NonNullable<Awaited<ReturnType<typeof overview>>>

function MePage({ frame, form, data }: Views<undefined, Overview>) {
  const { factors } = data
  const say = words[frame.lang]
  return (
    <CityPage frame={frame} title={say.me} lead={say.meLead} invalid={Object.keys(form.errors).length > 0}>
      {factors.required && !factors.appSince && factors.passkeys === 0 && (
        <Notice kind="warning">{say.staffNeeds}</Notice>
      )}
      <Section heading={say.ways} id="ways">
        <SummaryList facts={waysOf(frame, data)} />
      </Section>
      <Section heading={say.nameAndLanguage} id="name-and-language">
        <Form form={form} label={say.nameAndLanguage}>
          <TextField form={form} name="name" label={say.name} autocomplete="name" maxlength={NAME_MAX} required />
          <RadioField form={form} name="lang" label={say.language} required options={languagesFor(frame)} />
          <SubmitRow primary={say.save} />
        </Form>
      </Section>
    </CityPage>
  )
}

function waysOf({ lang }: Frame, { account, factors, hasPassword, sessions }: Overview) {
  const say = words[lang]
  const facts: [label: string, value: string, href: string, change: string][] = [
    [say.email, account.email, urls.email(), say.change],
    [
      say.password,
      hasPassword ? say.passwordSet : say.passwordUnset,
      urls.password(),
      hasPassword ? say.change : say.choose,
    ],
    [say.passkeys, factors.passkeys ? say.passkeyCount(factors.passkeys) : say.none, urls.passkeys(), say.seeAndAdd],
    [
      say.app,
      factors.appSince ? say.appSet(factors.codesLeft) : say.none,
      urls.app(),
      factors.appSince ? say.setUpAgain : say.setUp,
    ],
    [say.sessions, say.sessionCount(sessions.length), urls.sessions(), say.seeAndSignOut],
  ]
  return facts.map(([label, value, href, change]) => ({ label, value, change: { href, label: change } }))
}

/** Each language has its own name, so that a lost reader finds back. */
const languagesFor = ({ lang }: Frame) => [
  { value: 'ja', label: <Original>日本語</Original> },
  { value: 'easy', label: <Original>{lang === 'easy' ? 'やさしい {日本語|にほんご}' : 'やさしい日本語'}</Original> },
  { value: 'en', label: <span lang="en">English</span> },
]

export const mePage = definePage({
  door: 'house',
  who: 'signed-in',
  translated: true,
  load: overview,
  view: MePage,
  form: z.object({ name: entry.name, lang: z.enum(langs, said.languageMissing) }),
  edits: ({ account: { name, lang } }) => flatten({ name, lang }),
  wording: (_, lang) => labelled({ name: words[lang].name, lang: words[lang].language }),
  submit: async (c, input, { account }) => {
    await reviseAccount(c.db, account.id, input)
    return { to: urls.me(), flash: said.saved, lang: input.lang }
  },
})
