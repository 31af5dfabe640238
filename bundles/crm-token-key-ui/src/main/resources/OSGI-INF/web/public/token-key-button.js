/**
 * A button that asks a security key or passkey, which only a page can do and only after a click.
 *
 * Properties: `label` and `waiting`, its text before and while the key is asked; `options` as the product told them, with
 * `publicKey`. Events: `answered` with `detail.answer`, JSON; `failed` with `detail.reason`, the name of what the browser
 * says, or `Unsupported`.
 */
const ELEMENT = 'token-key-button';

const toBytes = text =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));

const toText = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const withBytes = keys => (keys ?? []).map(key => ({ ...key, id: toBytes(key.id) }));

/** Begins at once: a browser wants the click to be just over. */
function ask({ publicKey }, signal) {
  const challenge = toBytes(publicKey.challenge);
  if (publicKey.rp) {
    const user = { ...publicKey.user, id: toBytes(publicKey.user.id) };
    const excludeCredentials = withBytes(publicKey.excludeCredentials);
    return navigator.credentials.create({ publicKey: { ...publicKey, challenge, user, excludeCredentials }, signal });
  }
  const allowCredentials = withBytes(publicKey.allowCredentials);
  return navigator.credentials.get({ publicKey: { ...publicKey, challenge, allowCredentials }, signal });
}

function answerOf(credential) {
  const response = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[part]?.byteLength) {
      response[part] = toText(credential.response[part]);
    }
  }
  return JSON.stringify({ id: credential.id, type: credential.type, response, clientExtensionResults: {} });
}

class TokenKeyButton extends HTMLElement {
  #button = document.createElement('vaadin-button');
  #label = '';
  #waiting = '';
  #options;
  #asking;

  constructor() {
    super();
    this.#button.setAttribute('theme', 'primary');
    this.#button.addEventListener('click', () => this.#ask());
  }

  set label(text) {
    this.#label = text;
    this.#show();
  }

  set waiting(text) {
    this.#waiting = text;
  }

  set options(options) {
    this.#options = options;
  }

  connectedCallback() {
    this.style.display = 'grid';
    this.append(this.#button);
    this.#show();
    // it stands where something else had the focus that is gone now
    this.#button.focus();
  }

  disconnectedCallback() {
    this.#asking?.abort();
  }

  #show() {
    this.#button.textContent = this.#asking ? this.#waiting : this.#label;
    this.#button.disabled = Boolean(this.#asking);
  }

  async #ask() {
    if (this.#asking || !this.#options) {
      return;
    }
    if (!window.PublicKeyCredential) {
      this.#tell('failed', { reason: 'Unsupported' });
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const asked = ask(this.#options, asking.signal);
      this.#show();
      this.#tell('answered', { answer: answerOf(await asked) });
    } catch (failure) {
      if (!asking.signal.aborted) {
        this.#tell('failed', { reason: failure.name });
      }
    } finally {
      this.#asking = undefined;
      this.#show();
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.get(ELEMENT) || customElements.define(ELEMENT, TokenKeyButton);
