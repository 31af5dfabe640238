/*
 * Keys of the frame. Single letters work only while nobody types and no dialogue is open; what is pressed is told to the
 * frame (the element with class "app") as an event "sen-key". The frame lists the keys of the modules' commands in its
 * attribute "data-keys": "n l,9" means N then L, and 9.
 */
const LETTERS = ['c', 'e', 'j', 'k', 'x', '?'];
/** What further keys mean on the name of a row. */
const ON_A_ROW: Record<string, string> = { ' ': 'space', arrowdown: 'j', arrowup: 'k' };
const NEXT_KEY_MILLIS = 1500;
const PALETTE_MILLIS = 3000;

/** The first of two keys that are pressed one after the other; empty for none. */
let first = '';
let firstUntil = 0;

/** Typed while the palette is on its way: words for its field, and no keys of the page. */
let early = '';
let earlyUntil = 0;

const types = (event: KeyboardEvent): boolean =>
  event.composedPath().some((target) => {
    if (!(target instanceof HTMLElement)) {
      return false;
    }
    return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
  });

/** One that fades away is none any more: whoever closed it goes on at once. */
const dialogueOpen = (): boolean =>
  document.querySelector(
    ':is(vaadin-dialog-overlay, vaadin-confirm-dialog-overlay, vaadin-context-menu-overlay):not([closing])',
  ) !== null;

const ofModules = (): string[] =>
  (document.querySelector('.app')?.getAttribute('data-keys') ?? '').split(',').filter(Boolean);

const onRow = (): boolean => document.activeElement?.classList.contains('row-link') ?? false;

const tell = (key: string): void => {
  document.querySelector('.app')?.dispatchEvent(new CustomEvent('sen-key', { detail: { key } }));
};

const withControl = (event: KeyboardEvent): void => {
  const key = event.key.toLowerCase();
  if (key === 'k' && !dialogueOpen()) {
    event.preventDefault();
    early = '';
    earlyUntil = Date.now() + PALETTE_MILLIS;
    tell('ctrl+k');
  } else if (key === 'enter') {
    // the field that is being typed in hands over its value first
    (document.activeElement as HTMLElement | null)?.blur();
    setTimeout(() => tell('ctrl+enter'));
  }
};

const withoutControl = (event: KeyboardEvent): void => {
  if (Date.now() < earlyUntil && event.key.length === 1) {
    event.preventDefault();
    early += event.key;
    return;
  }
  if (types(event) || dialogueOpen()) {
    return;
  }
  const key = event.key.toLowerCase();
  const both = Date.now() < firstUntil ? `${first} ${key}` : '';
  first = '';
  firstUntil = 0;
  if (key === '/') {
    event.preventDefault();
    (document.querySelector('.global-search vaadin-text-field') as HTMLElement | null)?.focus();
  } else if (onRow() && key in ON_A_ROW) {
    event.preventDefault();
    tell(ON_A_ROW[key]);
  } else if (/^g [a-z]$/.test(both) || ofModules().includes(both)) {
    event.preventDefault();
    tell(both);
  } else if (key === 'g' || ofModules().some((keys) => keys.startsWith(`${key} `))) {
    first = key;
    firstUntil = Date.now() + NEXT_KEY_MILLIS;
  } else if (LETTERS.includes(key) || ofModules().includes(key)) {
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

document.addEventListener('focusin', (event) => {
  const field = event.composedPath()[0];
  if (Date.now() < earlyUntil && field instanceof HTMLInputElement && field.closest('.palette') !== null) {
    earlyUntil = 0;
    field.value = early;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
});

// before the grid, which takes this key to leave a cell
document.addEventListener(
  'keydown',
  (event) => {
    const beside = document.querySelector('.quick-view:not([hidden])') !== null;
    if (event.key === 'Escape' && beside && !types(event) && !dialogueOpen()) {
      event.preventDefault();
      event.stopPropagation();
      tell('escape');
    }
  },
  true,
);
