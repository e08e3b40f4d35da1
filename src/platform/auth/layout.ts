import type { Child } from 'hono/jsx'
import type { Link } from '../../ui/index.ts'
import type { Frame } from '../web/page.ts'

/** The frame around a page of the product, given by the application: a platform knows no city. */
export type Layout = (props: {
  frame: Frame
  title: string
  lead?: Child
  breadcrumbs?: Link[]
  invalid?: boolean
  children?: Child
}) => Child

/** A person one can be in a demonstration. */
export interface CastMember {
  email: string
  name: string
  /** One line about them: 「みどりの会の事務担当」. */
  is: string
}

/** The people of one city, by the part they play in it. */
export interface CastGroup {
  /** The first part of the addresses under which the city is found: `/somewhere/…`. */
  slug?: string
  label: string
  parts: readonly { label: string; people: readonly CastMember[] }[]
}
