import type { Child } from 'hono/jsx'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { Tabs } from '../../../ui/index.ts'
import { urls } from '../urls.ts'
import { say } from '../words/pages.ts'

function partsOf({ city, lang }: Frame) {
  return {
    show: say.overview[lang],
    principles: say.principles[lang],
    forms: say.forms[lang],
    parties: cityWord(city, 'party', lang),
    evaluation: cityWord(city, 'evaluation', lang),
    bodies: say.bodies[lang],
    initiatives: say.initiatives[lang],
    figures: say.figures[lang],
    history: say.history[lang],
    versions: say.versions[lang],
  }
}

type Part = keyof ReturnType<typeof partsOf>

export function CharterPart(props: { frame: Frame; here: Part; lead?: Child; children: Child }) {
  const { frame, here, lead, children } = props
  const { city, lang } = frame
  const parts = partsOf(frame)
  const charter = cityWord(city, 'charter', lang)
  return (
    <CityPage
      frame={frame}
      title={here === 'show' ? charter : parts[here]}
      eyebrow={here === 'show' ? undefined : charter}
      lead={lead}
    >
      <Tabs
        label={say.tabs[lang]}
        links={(Object.keys(parts) as Part[]).map((part) => ({
          href: urls[part]({ city: city.slug }),
          label: parts[part],
          current: part === here,
        }))}
      />
      <p class="small quiet">
        {say.inOwnWords[lang]} {say.untranslated[lang]}
      </p>
      {children}
    </CityPage>
  )
}
