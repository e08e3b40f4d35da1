export { type City, cityWord } from './city.ts'
export { ErrorView } from './errors.tsx'
export { CityPage } from './frame.tsx'
export { site } from './routes.tsx'
