import { visitEveryPage } from '../every-page.ts'

visitEveryPage(['secretary', 'nobody'])
