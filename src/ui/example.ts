import type { Child } from 'hono/jsx'

/** One example of a component: the gallery at /ui draws it, and tests check it. */
export interface Example {
  name: string
  render: () => Child
}

/** The target of a link, which components take from their caller. */
export interface Link {
  href: string
  label: Child
}
