import type { Views } from '../../../platform/web/index.ts'
import { BarSeries, DataTable, Details, Section, Timeline } from '../../../ui/index.ts'
import { CityPage } from '../../cities/index.ts'
import { evaluationSheet, label, word } from '../rules.ts'
import { AgreementSection } from './agreement.tsx'
import { CharterTabs, Entries, names, Origin } from './entries.tsx'
import { when } from './show.tsx'

type Props = Views<undefined, undefined>

/** Principles by group and step, each with what the record must show for it. */
export function PrinciplesPage({ frame }: Props) {
  const { city, charter, lang } = frame
  const stepOf = (key: string | undefined) => label(charter.principleSteps.find((one) => one.key === key)?.label, lang)
  return (
    <CityPage frame={frame} title="協働の原則" eyebrow={word(charter, 'charter', lang)}>
      <CharterTabs city={city.slug} here="principles" />
      {charter.principleSteps.length > 0 && (
        <Section heading="どの段階で働くか" id="steps">
          <Entries entries={charter.principleSteps} lang={lang} ordered />
        </Section>
      )}
      {charter.principleGroups.map((group) => (
        <Section
          heading={label(group.label, lang)}
          id={`group-${group.key}`}
          lead={label(group.summary, lang) || undefined}
        >
          <Entries
            entries={charter.principles.filter((one) => one.group === group.key).sort((a, b) => a.order - b.order)}
            lang={lang}
            ordered
          >
            {(principle) => (
              <>
                {principle.step && <p class="small">段階: {stepOf(principle.step)}</p>}
                {principle.evidence.length > 0 && (
                  <p class="small">記録が示すこと: {principle.evidence.map((key) => evidenceWords[key]).join('、')}</p>
                )}
                {principle.question && <p class="small">評価でたずねること: {label(principle.question, lang)}</p>}
              </>
            )}
          </Entries>
        </Section>
      ))}
      {charter.help.length > 0 && (
        <Section heading="自助・共助・公助" id="help">
          <Entries entries={[...charter.help].sort((a, b) => a.order - b.order)} lang={lang} ordered>
            {(one) => <p class="small">たずねること: {label(one.ask, lang)}</p>}
          </Entries>
        </Section>
      )}
      {charter.path && (
        <Section heading={label(charter.path.label, lang)} id="path">
          <Entries entries={[...charter.path.steps].sort((a, b) => a.order - b.order)} lang={lang} ordered>
            {(step) => (step.sign ? <p class="small">しるし: {step.sign}</p> : null)}
          </Entries>
        </Section>
      )}
    </CityPage>
  )
}

const evidenceWords: Record<string, string> = {
  'shared-purpose': '全員が合意した目的と目標',
  'role-division': '署名された役割の表',
  equality: '同じ文への署名と、たがいに見ないで行った評価',
  openness: '公開のページ・合意・報告・評価',
  talks: '決定の前の話し合い',
  independence: 'それぞれが持ち寄ったもの',
  evaluation: '双方の評価とふりかえり',
  'time-limit': '期間と、その終わりの判断',
  'public-benefit': '資格の確認と、利益を受ける人',
}

/** Forms, and the zones in which each suits. */
export function FormsPage({ frame }: Props) {
  const { city, charter, lang } = frame
  return (
    <CityPage frame={frame} title="形態と領域" eyebrow={word(charter, 'charter', lang)}>
      <CharterTabs city={city.slug} here="forms" />
      {charter.areas.length > 0 && (
        <Section heading="領域の区分" id="areas">
          <Entries entries={[...charter.areas].sort((a, b) => a.order - b.order)} lang={lang} ordered>
            {(one) => (one.collaboration ? null : <p class="small">協働の外: {label(one.because, lang)}</p>)}
          </Entries>
        </Section>
      )}
      {charter.zones.length > 0 && (
        <Section heading="領域ごとの形態" id="zones">
          <DataTable
            caption="領域と、そこで選べる形態"
            rows={[...charter.zones].sort((a, b) => a.order - b.order)}
            columns={[
              { label: '領域', heading: true, cell: (one) => label(one.label, lang) },
              {
                label: '選べる形態',
                cell: (one) =>
                  one.collaboration
                    ? names(charter.forms, one.forms, lang)
                    : `協働の外です。${label(one.because, lang)}`,
              },
              { label: '例', cell: (one) => one.examples.map((example) => label(example, lang)).join('、') },
            ]}
          />
        </Section>
      )}
      <Section heading="形態" id="forms">
        <Entries entries={charter.forms.map((one) => ({ ...one, summary: one.definition }))} lang={lang}>
          {(form) => (
            <>
              {form.needs.length > 0 && (
                <p class="small">この形態で決めること: {form.needs.map((need) => needWords[need]).join('、')}</p>
              )}
              {form.requiredSteps.length > 0 && <Entries entries={form.requiredSteps} lang={lang} />}
            </>
          )}
        </Entries>
      </Section>
      {charter.startTypes.length > 0 && (
        <Section heading="はじまりの類型" id="start-types">
          <Entries
            entries={charter.startTypes.map((one) => ({
              ...one,
              label: { ...one.label, ja: `${one.code}　${one.label.ja}` },
            }))}
            lang={lang}
          />
        </Section>
      )}
      {charter.typeCases.length > 0 && (
        <Section heading="類型と形態の組み合わせの例" id="cases">
          <DataTable
            caption="類型 × 形態"
            rows={charter.typeCases}
            columns={[
              { label: '例', heading: true, cell: (one) => label(one.example, lang) },
              { label: '類型', cell: (one) => names(charter.startTypes, [one.startType], lang) },
              { label: '形態', cell: (one) => names(charter.forms, [one.form], lang) },
            ]}
          />
        </Section>
      )}
      {charter.typologies.map((typology) => (
        <Section
          heading={label(typology.label, lang)}
          id={`typology-${typology.key}`}
          lead={label(typology.summary, lang) || undefined}
        >
          <Entries entries={typology.members} lang={lang} />
        </Section>
      ))}
      {charter.fields.length > 0 && (
        <Section heading="分野" id="fields">
          <Entries entries={charter.fields} lang={lang} />
        </Section>
      )}
      <AgreementSection charter={charter} lang={lang} />
    </CityPage>
  )
}

const needWords: Record<string, string> = {
  agreement: '取り決め（協定など）',
  money: 'お金',
  term: '期間',
  roles: '役割',
  targets: '目標',
  place: '場所',
  supplies: '物品',
  seats: '委員の席',
  'name-use': '名義の使用',
}

/** Who may collaborate with whom. */
export function PartiesPage({ frame }: Props) {
  const { city, charter, lang } = frame
  return (
    <CityPage frame={frame} title="協働の主体" eyebrow={word(charter, 'charter', lang)}>
      <CharterTabs city={city.slug} here="parties" />
      <Section heading={label(charter.scope.label, lang)} id="scope" lead={label(charter.scope.summary, lang)}>
        <Entries entries={charter.scope.patterns} lang={lang} />
        {charter.scope.refusals.length > 0 && (
          <Entries entries={charter.scope.refusals.map((one) => ({ ...one, label: one.because }))} lang={lang} />
        )}
        {charter.scope.excludes.length > 0 && <Entries entries={charter.scope.excludes} lang={lang} />}
      </Section>
      <Section heading="主体の種類" id="kinds">
        <Entries entries={charter.actors.map((one) => ({ ...one, summary: one.definition }))} lang={lang}>
          {(actor) => (
            <>
              {actor.parent && <p class="small">「{names(charter.actors, [actor.parent], lang)}」のうち</p>}
              {actor.examples.length > 0 && (
                <p class="small">例: {actor.examples.map((one) => label(one, lang)).join('、')}</p>
              )}
            </>
          )}
        </Entries>
      </Section>
      {charter.ties.length > 0 && (
        <Section heading="市とのつながり" id="ties">
          <Entries entries={charter.ties} lang={lang} />
        </Section>
      )}
      {charter.effects.length > 0 && (
        <Section heading="主体ごとの効果" id="effects">
          <Entries entries={charter.effects} lang={lang}>
            {(one) =>
              one.for === 'all' ? null : <p class="small">{names(charter.actors, [one.for], lang)}にとって</p>
            }
          </Entries>
        </Section>
      )}
      {charter.participation.length > 0 && (
        <Section heading="参加のしかた" id="participation">
          <Entries entries={charter.participation} lang={lang}>
            {(one) => (
              <p class="small">
                {one.countsAsCollaboration ? '協働として数えます' : '協働としては数えません'}　例:{' '}
                {one.examples.map((example) => label(example, lang)).join('、')}
              </p>
            )}
          </Entries>
        </Section>
      )}
      {charter.roles.length > 0 && (
        <Section heading="役割" id="roles">
          <Entries entries={charter.roles} lang={lang}>
            {(one) =>
              one.examples.length > 0 ? (
                <p class="small">{one.examples.map((example) => label(example, lang)).join('、')}</p>
              ) : null
            }
          </Entries>
        </Section>
      )}
      {charter.resources.length > 0 && (
        <Section heading="活動の資源" id="resources">
          <Entries entries={charter.resources} lang={lang} />
        </Section>
      )}
      {charter.territory.units.length > 0 && (
        <Section heading={label(charter.territory.word, lang) || '区域'} id="units">
          <Entries entries={charter.territory.units} lang={lang} />
          {charter.territory.budgetPerUnit.length > 0 && (
            <DataTable
              caption="区域ごとの予算"
              rows={charter.territory.budgetPerUnit}
              columns={[
                { label: '制度', heading: true, cell: (one) => names(charter.programmes, [one.programme], lang) },
                {
                  label: '年度',
                  cell: (one) =>
                    `${when(String(one.fromFiscalYear))}度から${one.toFiscalYear ? `${when(String(one.toFiscalYear))}度まで` : ''}`,
                },
                { label: '金額', numeric: true, cell: (one) => `${one.amountYen.toLocaleString('ja-JP')}円` },
              ]}
            />
          )}
        </Section>
      )}
    </CityPage>
  )
}

/** The evaluation sheet as each side gets it, and what hangs on it. */
export function EvaluationRulesPage({ frame }: Props) {
  const { city, charter, lang } = frame
  const { evaluation, timeLimit } = charter
  const sheet = evaluationSheet(charter)
  return (
    <CityPage
      frame={frame}
      title={label(evaluation.label, lang)}
      eyebrow={word(charter, 'charter', lang)}
      lead={label(evaluation.summary, lang)}
    >
      <CharterTabs city={city.slug} here="evaluation" />
      <Section heading="だれが評価するか" id="sides">
        <Entries entries={evaluation.sides} lang={lang} />
      </Section>
      {sheet.phases.map((phase) => (
        <Section
          heading={label(phase.label, lang)}
          id={`phase-${phase.key}`}
          lead={label(phase.summary, lang) || undefined}
        >
          <ol>
            {phase.questions.map((question) => (
              <li>{label(question.label, lang)}</li>
            ))}
          </ol>
        </Section>
      ))}
      <Section heading="評点" id="scale">
        <Origin entry={evaluation.scale} />
        <ul>
          {sheet.scale.grades.map((grade) => (
            <li>
              {grade.mark}　{label(grade.label, lang)}
            </li>
          ))}
        </ul>
      </Section>
      <Section heading="評価のあとに決めること" id="decisions">
        <Entries entries={evaluation.decisions} lang={lang} />
      </Section>
      {evaluation.cycle.length > 0 && (
        <Section heading="くり返しの仕組み" id="cycle">
          <Entries entries={evaluation.cycle} lang={lang} ordered />
        </Section>
      )}
      {evaluation.selfInspection.length > 0 && (
        <Section heading="自己点検" id="self-inspection">
          <Entries entries={evaluation.selfInspection} lang={lang} />
        </Section>
      )}
      {timeLimit && (
        <Section heading={label(timeLimit.label, lang)} id="time-limit" lead={label(timeLimit.summary, lang)}>
          <p>{label(timeLimit.because, lang)}</p>
          <Origin entry={timeLimit} />
        </Section>
      )}
    </CityPage>
  )
}

/** Committees, coordinators, intermediaries, desks. */
export function BodiesPage({ frame }: Props) {
  const { city, charter, lang } = frame
  return (
    <CityPage frame={frame} title="推進の体制" eyebrow={word(charter, 'charter', lang)}>
      <CharterTabs city={city.slug} here="bodies" />
      {charter.bodies.map((body) => (
        <Section
          heading={label(body.label, lang)}
          id={`body-${body.key}`}
          lead={label(body.summary, lang) || undefined}
        >
          <Origin entry={body} />
          {body.functions.length > 0 && <Entries entries={body.functions} lang={lang} ordered />}
          {body.seats.length > 0 && (
            <p>
              席:{' '}
              {body.seats.map((seat) => label(seat.label, lang) + (seat.count ? ` ${seat.count}名` : '')).join('、')}
            </p>
          )}
          {body.size && <p>定員: {body.size.exactly ? `${body.size.exactly}` : `${body.size.most}人以内`}</p>}
          {body.termYears && <p>任期: {body.termYears}年</p>}
          {body.sessions.length > 0 && (
            <Details summary={`会議の記録（${body.sessions.length}回）`}>
              <Entries
                entries={body.sessions.map((one) => ({
                  ...one,
                  label: {
                    ja: [one.number && `第${one.number}回`, one.on && when(one.on), one.label?.ja]
                      .filter(Boolean)
                      .join('　'),
                  },
                  summary: one.topics.length ? { ja: one.topics.map((topic) => topic.ja).join('、') } : undefined,
                }))}
                lang={lang}
              />
            </Details>
          )}
          {body.inquiries.length > 0 && (
            <Entries entries={body.inquiries} lang={lang}>
              {(one) => <Entries entries={one.answer} lang={lang} />}
            </Entries>
          )}
          {body.meetingTotal && (
            <p>
              {when(body.meetingTotal.until)}まで: 会議{body.meetingTotal.meetings}回、答申{body.meetingTotal.reports}回
            </p>
          )}
        </Section>
      ))}
    </CityPage>
  )
}

/** What the document sets out to do, its programmes, and the problems it names. */
export function InitiativesPage({ frame }: Props) {
  const { city, charter, lang } = frame
  return (
    <CityPage frame={frame} title="取組と課題" eyebrow={word(charter, 'charter', lang)}>
      <CharterTabs city={city.slug} here="initiatives" />
      {charter.initiativeGroups.map((group) => (
        <Section heading={label(group.label, lang)} id={`group-${group.key}`}>
          <Entries
            entries={charter.initiatives.filter((one) => one.group === group.key).sort((a, b) => a.order - b.order)}
            lang={lang}
            ordered
          >
            {(one) => (one.parts.length > 0 ? <Entries entries={one.parts} lang={lang} /> : null)}
          </Entries>
        </Section>
      ))}
      <Section heading="制度" id="programmes">
        <Entries entries={charter.programmes} lang={lang} />
      </Section>
      {charter.problems.length > 0 && (
        <Section heading="残された課題" id="problems">
          <Entries entries={charter.problems} lang={lang}>
            {(one) =>
              one.remedies.length > 0 ? (
                <p class="small">手だて: {one.remedies.map((remedy) => label(remedy, lang)).join('、')}</p>
              ) : null
            }
          </Entries>
        </Section>
      )}
    </CityPage>
  )
}

const units: Record<string, string> = {
  yen: '円',
  projects: '件',
  meetings: '回',
  people: '人',
  places: 'か所',
  percent: '%',
  bodies: '団体',
}

/** Figures of the past, each with its source; what the program counts itself stands elsewhere. */
export function FiguresPage({ frame }: Props) {
  const { city, charter, lang } = frame
  return (
    <CityPage
      frame={frame}
      title="これまでの数字"
      eyebrow={word(charter, 'charter', lang)}
      lead="市の文書にある数字です。この仕組みの記録から数えた数字とは、別のものとして示しています。"
    >
      <CharterTabs city={city.slug} here="figures" />
      {charter.figures.map((series) => (
        <Section heading={label(series.label, lang)} id={`series-${series.key}`}>
          <p class="small">
            出典: {label(charter.city.name, lang)}の資料 <Origin entry={series} />
          </p>
          <BarSeries
            caption={label(series.label, lang)}
            unit={units[series.unit] ?? ''}
            of={series.yearKind === 'fiscal' ? '年度' : '年'}
            categories={series.rows.map(
              (row) => `${when(String(row.year))}${series.yearKind === 'fiscal' ? '度' : ''}`,
            )}
            series={series.columns.map((column) => ({
              label: label(column.label, lang),
              values: series.rows.map((row) => row.values[column.key]),
            }))}
          />
        </Section>
      ))}
    </CityPage>
  )
}

/** How the rules came to be. */
export function HistoryPage({ frame }: Props) {
  const { city, charter, lang } = frame
  return (
    <CityPage frame={frame} title="あゆみ" eyebrow={word(charter, 'charter', lang)}>
      <CharterTabs city={city.slug} here="history" />
      {charter.histories.map((history) => (
        <Section heading={label(history.label, lang)} id={`history-${history.key}`}>
          <Origin entry={history} />
          <Timeline
            events={history.entries.map((one) => ({
              at: one.on ?? String(one.fiscalYear ?? ''),
              when: [
                one.on ? when(one.on) : one.fiscalYear ? `${when(String(one.fiscalYear))}度` : '時期不明',
                one.until
                  ? when(one.until)
                  : one.untilFiscalYear
                    ? `${when(String(one.untilFiscalYear))}度`
                    : undefined,
              ]
                .filter(Boolean)
                .join('から'),
              what: label(one.label, lang),
              who:
                one.figures
                  .map((figure) => `${label(figure.label, lang)}${figure.value.toLocaleString('ja-JP')}${figure.unit}`)
                  .join('、') || undefined,
            }))}
          />
        </Section>
      ))}
    </CityPage>
  )
}
