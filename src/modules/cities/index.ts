import type { Module } from '../../platform/module.ts'

export { listCities, listCitiesInRecord } from './queries.ts'
export { addCity } from './writes.ts'

/** The cities of the installation. */
export const cities: Module = { name: 'cities' }
