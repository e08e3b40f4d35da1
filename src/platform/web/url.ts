type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** A URL of the product: called with its parts it returns the address; `pattern` is the router's. */
export interface Url<P extends string = string> {
  (
    ...args: [ParamsOf<P>] extends [never] ? [query?: Query] : [params: Record<ParamsOf<P>, string>, query?: Query]
  ): string
  pattern: P
}

export type Query = Record<string, string | string[] | undefined>

/** `url('/:city/proposals/:ref')({ city, ref })`; parts are encoded, undefined query values left out. */
export function url<P extends string>(pattern: P): Url<P> {
  const hasParts = /:\w/.test(pattern)
  const build = (...args: unknown[]) => {
    const params = (hasParts ? args[0] : {}) as Record<string, string>
    const query = (hasParts ? args[1] : args[0]) as Query | undefined
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
    return path + queryString(query)
  }
  return Object.assign(build, { pattern }) as Url<P>
}

/** A part of the request's path by its name in the pattern: `partOf(c, 'ref')` of `/:city/proposals/:ref`. */
export function partOf({ params, url }: { params: Record<string, string>; url: string }, name: string): string {
  const part = params[name]
  if (part === undefined) throw new Error(`The pattern of ${url} has no part called ${name}`)
  return part
}

/** `?year=2026&form=a&form=b`, or `''`. */
export function queryString(query: Query | undefined): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') search.append(name, one)
  }
  const text = search.toString()
  return text && `?${text}`
}

/** Returns `next` if it is a path of ours; for `//host`, `/\host` and addresses with a scheme, the fallback. */
export function safeReturn(next: string | null | undefined, fallback = '/'): string {
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return fallback
  return next
}
