/** What a person and a city have stored, and the most they may, in bytes. */
export interface Room {
  person: { used: number; most: number }
  city: { used: number; most: number }
}

/** Who sends a file, and to which city. */
export interface Sender {
  cityId: number
  account_id: string
  now: Date
}

/** The storage of an installation, shared out. */
export interface StorageRoom {
  look(sender: Sender): Promise<Room>
  /** Takes room for a file; returns a sentence where there is none left. */
  take(sender: Sender, file: { sha256: string; bytes: number }): Promise<string | undefined>
}
