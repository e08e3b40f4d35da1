import { examples as barSeries } from './bar-series.tsx'
import { examples as figures } from './figures.tsx'
import { examples as meter } from './meter.tsx'
import { examples as scalePair } from './scale-pair.tsx'

export const examples = [...barSeries, ...figures, ...meter, ...scalePair]
