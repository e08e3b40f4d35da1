import { comeToEveryPage } from '../every-page.ts'

comeToEveryPage(['section', 'administrator'])
