import type { Box } from './box.ts'
import type { Doors } from './db/index.ts'
import type { Module } from './module.ts'

interface CastMember {
  email: string
  name: string
  is: string
}

export interface CastGroup {
  /** The first part of the city's addresses: `/somewhere/…`. */
  slug?: string
  label: string
  parts: readonly { label: string; people: readonly CastMember[] }[]
}

/** The installation, as pages and jobs read it beside their transaction. */
export interface Installation {
  doors: Doors
  box: Box
  modules: readonly Module[]
  /** The product's address, for links in feeds, downloads and mails. */
  publicUrl: string
  /** The people that a visitor of the demonstration can be. */
  cast?: readonly CastGroup[]
}
