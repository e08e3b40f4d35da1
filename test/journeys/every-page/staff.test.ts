import { visitEveryPage } from '../every-page.ts'

visitEveryPage(['section', 'administrator'])
