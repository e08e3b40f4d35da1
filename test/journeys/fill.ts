// Fills the demonstration for the walks; bin/check does so while the databases are tested.
import { preparedData } from './server.ts'

await preparedData()
