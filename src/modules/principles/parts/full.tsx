import { PrincipleList, Section } from '../../../ui/index.ts'
import { label, word } from '../../charters/index.ts'
import { urls as charters } from '../../charters/urls.ts'
import type { ProjectShown } from '../../projects/index.ts'
import { type Judged, judge } from '../principle/evidence.ts'
import { evidenceLinks } from './links.ts'

const words: Record<Judged['met'], string> = {
  met: '満たしている',
  partly: '一部満たしている',
  'not-yet': 'まだ',
  asked: '評価でたずねます',
  believed: '心がけること',
}

export function PrinciplesInFull(seen: ProjectShown) {
  const { frame, project, charter } = seen
  return (
    <>
      {judge(charter, project).map(({ principle, met, shown, question }) => (
        <Section heading={`${label(principle.label, frame.lang)}：${words[met]}`} id={principle.key}>
          {principle.summary && <p>{label(principle.summary, frame.lang)}</p>}
          {shown.length > 0 && (
            <PrincipleList
              principles={shown.map(({ key, met, because, at }) => ({
                name: label(charter.common.evidence.find((one) => one.key === key)?.label, frame.lang),
                met,
                because,
                evidence: evidenceLinks(seen, at),
              }))}
            />
          )}
          {question && <p>{`${word(charter, 'evaluation', frame.lang)}では「${question}」とたずねます。`}</p>}
        </Section>
      ))}
      <p>
        <a href={charters.show({ city: frame.city.slug })}>{word(charter, 'charter', frame.lang)}を読む</a>
      </p>
    </>
  )
}
