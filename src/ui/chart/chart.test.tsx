import fc from 'fast-check'
import type { Child } from 'hono/jsx'
import { describe, expect, it } from 'vitest'
import { formatBytes } from '../../platform/files/size.ts'
import { BarSeries } from './bar-series.tsx'
import { Meter } from './meter.tsx'
import { ScalePair } from './scale-pair.tsx'

async function drawn(child: Child): Promise<string> {
  return String(await child?.toString())
}

describe('two sides’ answers', () => {
  const scored = (one?: number, other?: number) => (
    <ScalePair
      question="問い"
      max={5}
      scores={[
        { side: '甲', score: one },
        { side: '乙', score: other },
      ]}
    />
  )

  it('show a missing side as missing, and draw no difference', async () => {
    const html = await drawn(scored(4))
    expect(html).toContain('回答なし')
    expect(html).toContain('そろっていません')
    expect(html).not.toContain('scale-between')
  })

  it('say the difference in words as well as in shape', async () => {
    expect(await drawn(scored(5, 2))).toContain('差 3')
    expect(await drawn(scored(5, 2))).toContain('scale-between')
    expect(await drawn(scored(4, 4))).toContain('同じ評価')
  })

  it('never hide one mark behind another', async () => {
    const places = [...(await drawn(scored(4, 4))).matchAll(/<svg x="([^"]+)" y="([^"]+)"/g)].map(
      ([, x, y]) => `${x} ${y}`,
    )
    expect(places).toHaveLength(2)
    expect(new Set(places).size).toBe(2)
  })
})

describe('bars', () => {
  it('never draw an unknown number as nought', async () => {
    const html = await drawn(
      <BarSeries
        caption="数"
        unit="件"
        categories={['一', '二']}
        series={[{ label: '件数', values: [0, undefined] }]}
      />,
    )
    expect(html).toContain('0件')
    expect(html.match(/不明/g)).toHaveLength(2)
  })

  it('stay inside the picture and in proportion, whatever the numbers', () => {
    return fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 1e9 }), { minLength: 1, maxLength: 8 }), async (values) => {
        const html = await drawn(
          <BarSeries caption="数" unit="件" categories={values.map(String)} series={[{ label: '件数', values }]} />,
        )
        const shares = [...html.matchAll(/class="bar bar-0" y="\d+" width="([\d.]+)%"/g)].map(([, share]) =>
          Number(share),
        )
        expect(shares).toHaveLength(values.length)
        for (const [index, share] of shares.entries()) {
          expect(share).toBeLessThanOrEqual(74)
          for (const [other, value] of values.entries())
            if (value < values[index]!) expect(shares[other]!).toBeLessThanOrEqual(share)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a meter', () => {
  it('neither leaves its frame nor breaks when the target is nought', () => {
    return fc.assert(
      fc.asyncProperty(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), async (value, max) => {
        const html = await drawn(<Meter label="数" value={value} max={max} words="言葉" />)
        const width = Number(/class="meter-done" width="([^"]+)"/.exec(html)![1])
        expect(width).toBeGreaterThanOrEqual(0)
        expect(width).toBeLessThanOrEqual(200)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the size of a file', () => {
  it.each([
    [0, '0バイト'],
    [999, '999バイト'],
    [46_120, '46KB'],
    [999_600, '1.0MB'],
    [1_240_000, '1.2MB'],
  ])('%i is said as %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words))
})
