import { expect, test } from 'vitest'
import { targetFrom } from './targets.tsx'

test.each([
  ['２０件以下', '20', '件', 'at_most'],
  ['30分以内', '30', '分', 'at_most'],
  ['5 回以上', '5', '回', 'at_least'],
  ['ちょうど3校', '3', '校', 'exactly'],
  ['1,200平方メートル', '1,200', '平方メートル', 'at_least'],
  ['80%', '80', '%', 'at_least'],
  ['半分', '半分', '', 'at_least'],
])('「%s」 in a row of targets is read as people mean it', (typed, value, unit, direction) => {
  expect(targetFrom({ indicator: 'x', value: typed, by: '2027年3月' })).toEqual({
    indicator: 'x',
    value,
    unit,
    direction,
    by: '令和9年3月31日',
  })
})
