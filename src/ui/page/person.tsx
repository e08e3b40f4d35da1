import type { Link } from '../example.ts'
import { Icon } from '../icon.tsx'
import { Original } from '../text/original.tsx'
import { useWords } from '../words.ts'

export interface UserMenu {
  name: string
  role?: string
  links: Link[]
  signOut: { action: string; csrf: string }
}

/** The signed-in person in the header with a button to sign out; for a guest, the link to sign in. */
export function Person({ user, signIn }: { user?: UserMenu; signIn?: Link }) {
  const words = useWords()
  if (!user) {
    return signIn ? (
      <a class="tap sign-in" href={signIn.href}>
        {signIn.label}
      </a>
    ) : null
  }
  return (
    <details class="person">
      <summary class="tap">
        <Icon name="person" />
        <span class="visually-hidden">{words.signedInAs} </span>
        <span>
          <Original>{user.name}</Original>
        </span>
        <Icon name="down" />
      </summary>
      <div class="person-menu">
        {user.role && (
          <p class="quiet">
            <Original>{user.role}</Original>
          </p>
        )}
        <ul class="bare">
          {user.links.map((link) => (
            <li>
              <a class="tap" href={link.href}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={user.signOut.action}>
          <input type="hidden" name="_csrf" value={user.signOut.csrf} />
          <button type="submit" class="button button-quiet">
            {words.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}
