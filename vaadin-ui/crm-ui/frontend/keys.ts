/*
 * Keys of the frame. Single letters work only while nobody types and no dialogue is open; what is pressed is told to the
 * frame (the element with class "app") as an event "sen-key".
 */
const LETTERS = ['c', 'e', 'j', 'k', '?'];
const GO_MILLIS = 1500;

let goUntil = 0;

const types = (event: KeyboardEvent): boolean =>
  event.composedPath().some((target) => {
    if (!(target instanceof HTMLElement)) {
      return false;
    }
    return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
  });

const dialogueOpen = (): boolean =>
  document.querySelector('vaadin-dialog-overlay, vaadin-confirm-dialog-overlay, vaadin-context-menu-overlay') !== null;

const tell = (key: string): void => {
  document.querySelector('.app')?.dispatchEvent(new CustomEvent('sen-key', { detail: { key } }));
};

const withControl = (event: KeyboardEvent): void => {
  const key = event.key.toLowerCase();
  if (key === 'k' && !dialogueOpen()) {
    event.preventDefault();
    tell('ctrl+k');
  } else if (key === 'enter') {
    // the field that is being typed in hands over its value first
    (document.activeElement as HTMLElement | null)?.blur();
    setTimeout(() => tell('ctrl+enter'));
  }
};

const withoutControl = (event: KeyboardEvent): void => {
  if (types(event) || dialogueOpen()) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key === '/') {
    event.preventDefault();
    (document.querySelector('.global-search vaadin-text-field') as HTMLElement | null)?.focus();
  } else if (Date.now() < goUntil && /^[a-z]$/.test(key)) {
    goUntil = 0;
    tell(`g ${key}`);
  } else if (key === 'g') {
    goUntil = Date.now() + GO_MILLIS;
  } else if (LETTERS.includes(key)) {
    event.preventDefault();
    tell(key);
  }
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.repeat || event.altKey) {
    return;
  }
  if (event.ctrlKey || event.metaKey) {
    withControl(event);
  } else {
    withoutControl(event);
  }
});
