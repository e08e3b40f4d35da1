import { type Connection, connect, type Source } from './connect.ts'
import { type Doors, openDoors, poolGround } from './doors.ts'

export { isDatabaseAway } from './away.ts'
export { type Connection, connect, onStatement, type Source } from './connect.ts'
export {
  afterCommit,
  atomically,
  beforeCommit,
  cityOf,
  type Db,
  type Door,
  type Doors,
  doorOf,
  type Ground,
  openDoors,
  poolGround,
} from './doors.ts'
export { isId, newId } from './id.ts'
export { fingerprint, migrate, readMigrations } from './migrate.ts'
export { plannedEachTime } from './prepared.ts'
export {
  asJson,
  type DateOn,
  type Generated,
  type Instant,
  type InstantOrNull,
  type Json,
  type Tables,
} from './tables.ts'

export interface Database extends Doors {
  connection: Connection
  close(): Promise<void>
}

/** Opens the database without migrating it: in production the web login does not own the tables. */
export async function openDatabase(source: Source): Promise<Database> {
  const connection = await connect(source)
  return { ...openDoors(poolGround(connection.kysely)), connection, close: connection.close }
}
