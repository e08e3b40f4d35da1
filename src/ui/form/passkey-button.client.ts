class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    // Older browsers lack the JSON form of passkeys and use the other ways to sign in.
    if (!window.PublicKeyCredential || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return
    this.inner('[data-fallback]').hidden = true
    this.inner('[data-offer]').hidden = false
    this.inner('button').addEventListener('click', () => this.ask())
  }

  private async ask(): Promise<void> {
    const error = this.inner('[role=alert]')
    error.textContent = ''
    try {
      const answer = (await this.credential()) as PublicKeyCredential
      this.inner<HTMLInputElement>('input').value = JSON.stringify(answer.toJSON())
      this.closest('form')?.requestSubmit()
    } catch {
      error.textContent = this.dataset.failed ?? ''
    }
  }

  private credential(): Promise<Credential | null> {
    const options = JSON.parse(this.dataset.options ?? '{}')
    return this.dataset.ask === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  }

  private inner<T extends HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector)
    if (!found) throw new Error(`passkey-button lacks its ${selector}`)
    return found
  }
}

customElements.define('passkey-button', PasskeyButton)
