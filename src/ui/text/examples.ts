import { examples as badge } from './badge.tsx'
import { examples as button } from './button.tsx'
import { examples as details } from './details.tsx'
import { examples as heading } from './heading.tsx'
import { examples as notice } from './notice.tsx'
import { examples as original } from './original.tsx'
import { examples as whole } from './whole.tsx'

export const examples = [...badge, ...button, ...details, ...heading, ...notice, ...original, ...whole]
