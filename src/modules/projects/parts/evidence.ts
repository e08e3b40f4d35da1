import type { Traced } from '../../../platform/timeline.ts'
import { urls } from '../urls.ts'

const places: Partial<Record<string, string>> = {
  roles: '役割の表を見る',
  targets: '目標を見る',
  reports: '活動の報告を見る',
  money: 'お金を見る',
  decision: 'これからの判断を見る',
}

/** Returns the place on the project's page that an item of evidence refers to. */
export function projectEvidence(where: string, { frame, ref }: Traced) {
  const label = places[where]
  return label ? { href: `${urls.show({ city: frame.city.slug, ref })}#${where}`, label } : undefined
}
