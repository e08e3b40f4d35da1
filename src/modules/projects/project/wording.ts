import { wholeNumber } from '../../../platform/fields/index.ts'
import { type FormState, labelled, type Wording } from '../../../platform/web/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { directionLabels } from '../../texts/index.ts'
import { termLabels } from './agreed.ts'
import { typedOf } from './entry.ts'
import { needLabel } from './needs.ts'
import type { Inside } from './project.ts'
import { shareLabels } from './share.ts'

type Values = FormState['values']

/** The names of parties and departments by their ids. */
export type Names = ReadonlyMap<string | null, string | null>

const whose = /^parties\.(\d+)\.(party_id|role|does|brings|money_yen)$/
const ofParty = /^share\.([^.]+)\.(role|does|brings|money_yen)$/

/** The fields of a project's entry in words. */
export function entryWording(charter: Charter, names: Names): Wording {
  const party = word(charter, 'party')
  const own: Record<string, string> = {
    title: '事業の名前',
    summary: 'どんな事業か',
    purpose: '何のために行うか',
    beneficiaries: 'だれのために',
    place: '場所',
    zone: word(charter, 'zone'),
    forms: word(charter, 'form'),
    start_type: word(charter, 'startType'),
    fields: word(charter, 'field'),
    wards: word(charter, 'ward'),
    ...termLabels,
    actual_yen: '決算',
    department_id: '市の担当課',
    agreement_id: `もとになる${word(charter, 'agreement')}`,
    parties: party,
  }
  return {
    label: (name) => {
      const [, at, part = ''] = whose.exec(name) ?? []
      if (at) return `${party} ${Number(at) + 1}　${shareLabels[part as keyof typeof shareLabels] ?? '名前'}`
      const [, id = '', said = ''] = ofParty.exec(name) ?? []
      if (id) return `「${names.get(id) ?? ''}」の${shareLabels[said as keyof typeof shareLabels]}`
      const need = /^particulars\.(.+)$/.exec(name)?.[1]
      return need ? needLabel(charter, need as Parameters<typeof needLabel>[1]) : own[name]
    },
    text: (name, value) => valueInWords(charter, names, name, value),
  }
}

function valueInWords(charter: Charter, names: Names, name: string, value: string): string | undefined {
  if (name.endsWith('_yen')) return yenInWords(value)
  if (name.endsWith('_id')) return names.get(value) ?? undefined
  const lists: Record<string, readonly { key: string; label: Parameters<typeof label>[0] }[]> = {
    zone: charter.zones,
    forms: charter.forms,
    start_type: charter.startTypes,
    fields: charter.fields,
    wards: charter.territory.units,
  }
  return label(lists[name]?.find(({ key }) => key === value)?.label) || undefined
}

function yenInWords(value: string): string | undefined {
  const yen = wholeNumber(value)
  return yen === undefined ? undefined : `${yen.toLocaleString('ja-JP')}円`
}

/** The fields of one party's share in words. */
export const shareWording: Wording = labelled({ ...shareLabels }, (name, value) =>
  name === 'money_yen' ? yenInWords(value) : undefined,
)

/** A project's entry as values whose names stay the same when its parties change their order. */
export function entryValues(project: Inside): Values {
  const own = Object.entries(typedOf(project)).filter(([name]) => !name.startsWith('parties.'))
  const shares = project.parties.flatMap(({ party_id, role, does, brings, money_yen }) => {
    const said = { role, does, brings, money_yen: money_yen === null ? undefined : String(money_yen) }
    return Object.entries(said).map(([part, value]) => [`share.${party_id}.${part}`, value] as const)
  })
  return { ...Object.fromEntries([...own, ...shares]), parties: project.parties.map(({ name }) => name ?? '') }
}

const targetLabels: Record<string, string> = {
  indicator: '何で測るか',
  value: '目指す値',
  unit: '単位',
  direction: '達成の見方',
  by_on: 'いつまでに',
  result: '結果',
  result_note: '結果についてのひとこと',
}

/** The fields of the targets in words. */
export const targetWording: Wording = {
  label: (name) => {
    const [, at, part = ''] = /^targets\.(\d+)\.(\w+)$/.exec(name) ?? []
    return at && targetLabels[part] ? `目標 ${Number(at) + 1}　${targetLabels[part]}` : undefined
  },
  text: (name, value) =>
    name.endsWith('.direction') ? directionLabels[value as keyof typeof directionLabels] : undefined,
}

export const milestoneWording: Wording = labelled({
  title: '何をするか',
  due_on: 'いつまでに',
  done_on: '行った日',
})

const reportLabels: Record<string, string> = {
  kind: '何の報告か',
  title: '何をしたか',
  held_on: '行った日',
  text: 'したこと',
  active_count: '担い手として参加した人数',
  passive_count: '来場者として参加した人数',
  attended: '話し合いに加わった主体',
  withheld: 'この報告は公開しない',
}

/** The fields of a report in words. */
export const reportWording = (names: Names): Wording => ({
  label: (name) => {
    const at = /^kept\.(\d+)\.words$/.exec(name)?.[1]
    return at ? `写真${Number(at) + 1}に写っていること` : reportLabels[name]
  },
  text: (name, value) => {
    if (name === 'attended') return names.get(value) ?? undefined
    if (name === 'kind') return value === 'meeting' ? '話し合いの記録' : '活動の報告'
    return name === 'withheld' ? 'はい' : undefined
  },
})

export const namesIn = ({ parties }: Pick<Inside, 'parties'>): Names =>
  new Map(parties.map(({ party_id, name }) => [party_id, name]))
