import type { Module } from '../../platform/module.ts'

export { addCity } from './actions.ts'
export { listCities } from './queries.ts'

/** The cities of the installation. */
export const cities: Module = { name: 'cities' }
