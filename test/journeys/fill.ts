// Fills the demonstration for the journeys; bin/check runs it while the database tests run.
import { preparedData } from './server.ts'

await preparedData()
