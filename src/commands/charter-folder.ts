import { join, resolve } from 'node:path'
import { readCharter } from '../modules/charters/index.ts'
import { root } from './installation.ts'

/** Reads a city's folder, wherever the city keeps it; what all cities share comes with the program. */
export const readCityFolder = (folder: string) => readCharter(resolve(folder), join(root, 'charters/common'))
