import type { Child } from 'hono/jsx'

/** One way a component can look: drawn in the gallery at /ui, and tested from there. */
export interface Example {
  name: string
  render: () => Child
}

/** A place to go to: components know no URLs, they are given them. */
export interface Link {
  href: string
  label: Child
}
