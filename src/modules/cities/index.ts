import type { Module } from '../../platform/module.ts'
import { routes } from './routes.tsx'

export { addCity } from './actions.ts'
export { listCities } from './queries.ts'
export type { City } from './tables.ts'
export { ErrorView } from './views/errors.tsx'
export { CityPage, cityWord } from './views/frame.tsx'

/** The cities of the installation, and the frame around every page. */
export const cities: Module = { name: 'cities', routes }
