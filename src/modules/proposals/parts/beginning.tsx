import type { Frame } from '../../../platform/web/index.ts'
import { ButtonLink, ButtonRow } from '../../../ui/index.ts'
import type { Opening } from '../../programmes/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { mayRegisterOnPaper } from '../may.ts'
import { urls } from '../urls.ts'
import { nextOpening, say } from '../words.ts'

export function Beginning({ frame, opening, name }: { frame: Frame; opening: Opening; name: string }) {
  const { lang, actor, city } = frame
  const at = { city: city.slug }
  const open = opening.is === 'open'
  const next = opening.is === 'coming' || opening.is === 'usually' ? nextOpening[opening.is][lang](opening.on) : ''
  const onPaper = mayRegisterOnPaper(actor)
  return (
    <>
      {!open && (
        <p>
          {say.closed[lang]()} {next} <a href={programmes.list(at)}>{say.dates[lang]()}</a>
        </p>
      )}
      {(open || onPaper) && (
        <ButtonRow>
          {open && <ButtonLink href={urls.new(at)}>{say.start[lang](name)}</ButtonLink>}
          {onPaper && (
            <ButtonLink kind="secondary" href={urls.newFromPaper(at)}>
              {say.paper[lang]()}
            </ButtonLink>
          )}
        </ButtonRow>
      )}
    </>
  )
}
