import type { Example } from '../example.ts'
import { Whole } from '../text/whole.tsx'

/** A bar for a value between `min` and `max`, and the same in words. */
export function Meter(props: { label: string; value: number; max: number; min?: number; words: string }) {
  const { label, value, max, min = 0, words } = props
  const share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0
  return (
    <div class="meter">
      <p class="wrap apart">
        <span>
          <Whole>{label}</Whole>
        </span>{' '}
        <strong>
          <Whole>{words}</Whole>
        </strong>
      </p>
      <svg viewBox="0 0 200 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="meter-all" width="200" height="6" />
        <rect class="meter-done" width={(share * 200).toFixed(1)} height="6" />
      </svg>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'Meter どこまで',
    render: () => <Meter label="手入れに加わった人の数" value={168} max={240} words="240人のうち168人（70％）" />,
  },
]
