import type { Frame } from '../platform/web/index.ts'
import { GalleryBody, Section } from '../ui/index.ts'
import { CityPage } from './frame.tsx'
import { say } from './words/frame.ts'
import { accessibility, privacy, type Statement } from './words/statements.ts'

export function AccessibilityPage({ frame }: { frame: Frame }) {
  return <StatementPage frame={frame} title={say.accessibility[frame.lang]} {...accessibility[frame.lang]} />
}

export function PrivacyPage({ frame }: { frame: Frame }) {
  return <StatementPage frame={frame} title={say.privacy[frame.lang]} {...privacy[frame.lang]} />
}

function StatementPage({ frame, title, lead, parts }: Statement & { frame: Frame; title: string }) {
  return (
    <CityPage frame={frame} title={title} lead={lead}>
      {parts.map(({ heading, items }) => (
        <Section heading={heading}>
          {items.length === 1 ? (
            <p>{items[0]}</p>
          ) : (
            <ul>
              {items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )}
        </Section>
      ))}
    </CityPage>
  )
}

export function GalleryPage({ frame }: { frame: Frame }) {
  return (
    <CityPage frame={frame} title="部品の見本" wide>
      <GalleryBody />
    </CityPage>
  )
}
