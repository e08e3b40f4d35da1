import { comeToEveryPage } from '../every-page.ts'

comeToEveryPage(['secretary', 'nobody'])
