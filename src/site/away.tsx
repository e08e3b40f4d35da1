import { urls as register } from '../modules/register/urls.ts'
import type { Frame, Unsent } from '../platform/web/index.ts'
import { Button, Page, Section } from '../ui/index.ts'
import { away } from './words/away.ts'
import { say } from './words/frame.ts'

/** The page while the database is away: its frame needs none, and a form that was sent can be sent again from it. */
export function AwayView({ frame, unsent }: { frame: Frame; unsent?: Unsent }) {
  const { lang, assets } = frame
  const lead = !unsent ? away.remedy : unsent.files.length ? away.chooseAgain : away.sendAgain
  return (
    <Page
      lang={lang}
      assets={assets}
      product={{ href: register.start(), label: say.product[lang] }}
      nav={[]}
      footer={[]}
      title={unsent ? away.unsure[lang] : away.heading[lang]}
      lead={lead[lang]}
    >
      {unsent && <UnsentForm unsent={unsent} lang={lang} />}
    </Page>
  )
}

/** What was typed, to be read and sent; with files to choose anew, it goes back into its fields first. */
function UnsentForm({ unsent: { action, values, files }, lang }: { unsent: Unsent; lang: Frame['lang'] }) {
  const written = values.filter(([name, value]) => !name.startsWith('_') && value.trim() !== '')
  const sent = files.length ? values.filter(([name]) => name !== '_act') : values
  return (
    <>
      <form method="post" action={action}>
        {sent.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {files.map((name) => (
          <input type="hidden" name="_unsent" value={name} />
        ))}
        {files.length > 0 ? (
          <Button name="_act" value="restore">
            {away.back[lang]}
          </Button>
        ) : (
          <Button>{away.again[lang]}</Button>
        )}
      </form>
      {written.length > 0 && (
        <Section heading={away.written[lang]} id="written">
          {written.map(([, value]) => (
            <p class="as-typed">{value}</p>
          ))}
        </Section>
      )}
    </>
  )
}
