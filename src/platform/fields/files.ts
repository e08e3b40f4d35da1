import { z } from 'zod'
import { allKinds, type FileKind, fileKinds, onlyKinds, uploadedFile } from '../uploads/index.ts'

const asked = z.registry<{ kinds: readonly FileKind[] }>()

interface Files {
  /** Requires at least one file, with this sentence. */
  missing?: string
  most?: number
  kinds?: readonly FileKind[]
}

/**
 * Files sent with a form, of these kinds; others are not even stored. The kinds are found by the field's name before the
 * record is read, so a form that takes files is the same for every record.
 */
export function files({ missing, most = 20, kinds = allKinds }: Files = {}) {
  const types = kinds.map((kind) => fileKinds[kind].mediaType)
  const list = z
    .array(uploadedFile, missing)
    .max(most, `一度に送れるファイルは${most}個までです。`)
    .refine((all) => kinds === allKinds || all.every(({ type }) => types.includes(type)), { message: onlyKinds(kinds) })
  if (missing === undefined) return list.register(asked, { kinds }).default([])
  return list.min(1, missing).register(asked, { kinds })
}

type Schema = z.core.$ZodType

/** The kinds of file that a form takes in the field of this flat name; undefined where it takes none. */
export function kindsAsked(form: Schema, name: string): readonly FileKind[] | undefined {
  return kindsAt(form, name.split('.'))
}

/** Whether a form takes files in any field. */
export function asksForFiles(form: Schema): boolean {
  return asked.has(form) || partsOf(form).some(({ schema }) => asksForFiles(schema))
}

function kindsAt(schema: Schema, path: readonly string[]): readonly FileKind[] | undefined {
  const [step, ...rest] = path
  if (step === undefined && asked.has(schema)) return asked.get(schema)?.kinds
  for (const part of partsOf(schema)) {
    const isOnTheWay = !part.leads || (step !== undefined && part.leads(step))
    const found = isOnTheWay ? kindsAt(part.schema, part.leads ? rest : path) : undefined
    if (found) return found
  }
  return undefined
}

interface Part {
  schema: Schema
  /** The step in a flat name that leads to it; a wrapper has none. */
  leads?: (step: string) => boolean
}

function partsOf(schema: Schema): Part[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).map(([name, part]) => ({ schema: part, leads: (step) => step === name }))
    case 'record':
      return [{ schema: def.valueType, leads: () => true }]
    case 'array':
      return [{ schema: def.element, leads: (step) => /^\d{1,3}$/.test(step) }]
    case 'intersection':
      return [{ schema: def.left }, { schema: def.right }]
    case 'union':
      return def.options.map((option) => ({ schema: option }))
    case 'pipe':
      return [{ schema: def.in }]
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return [{ schema: def.innerType }]
    default:
      return []
  }
}
