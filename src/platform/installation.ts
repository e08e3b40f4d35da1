import type { Box } from './box.ts'
import type { Doors } from './db/index.ts'
import type { Module } from './module.ts'

/** A person one can be in a demonstration. */
interface CastMember {
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

/** What pages and jobs may need of the installation that they run in, beside the rows that their transaction sees. */
export interface Installation {
  doors: Doors
  box: Box
  /** Every module of the house, for what reads across them: the inbox, the register, the administration. */
  modules: readonly Module[]
  /** The address people type, for links that leave the house in feeds, downloads and mails. */
  publicUrl: string
  /** Whom one can be in a demonstration. */
  cast?: readonly CastGroup[]
}
