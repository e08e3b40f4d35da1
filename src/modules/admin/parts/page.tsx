import type { Child } from 'hono/jsx'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import type { PageProps } from '../../../ui/index.ts'
import { urls } from '../urls.ts'

type Own = Pick<PageProps, 'title' | 'lead' | 'eyebrow' | 'wide' | 'invalid'> & { frame: Frame; children?: Child }

const home = ({ city }: Frame) => ({ href: urls.home({ city: city.slug }), label: '管理' })

export function AdminPage(props: Own) {
  return <CityPage {...props} breadcrumbs={[home(props.frame)]} />
}

export function StaffPage(props: Own) {
  const people = { href: urls.people({ city: props.frame.city.slug }), label: '職員と役割' }
  return <CityPage {...props} breadcrumbs={[home(props.frame), people]} />
}
