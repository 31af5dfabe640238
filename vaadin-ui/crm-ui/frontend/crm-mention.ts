/*
 * <crm-mention>: around a text area in which "@" begins the name of a person. What is typed behind it is told as
 * "mention-ask" (detail.text); the server answers by offer(text, people). Arrows and Enter, or a click, choose one: the name
 * takes the place of what was typed, and "mention-chosen" tells whose it is. Ctrl+Enter fires "mention-send".
 */
type Person = { id: string; name: string };
type Area = HTMLElement & { value: string; inputElement: HTMLTextAreaElement };

const BEGUN = /(?:^|\s)@([^@\n]{0,30})$/;
const TYPING_MILLIS = 150;

class CrmMention extends HTMLElement {
  private people: Person[] = [];

  private chosen = 0;

  private list?: HTMLUListElement;

  private timer?: number;

  connectedCallback(): void {
    this.addEventListener('input', () => this.typed());
    this.addEventListener('keydown', (event) => this.pressed(event), true);
    this.addEventListener('focusout', () => setTimeout(() => this.close(), TYPING_MILLIS));
  }

  /** What the server found for a text; too late where something else stands there by now. */
  offer(text: string, people: Person[]): void {
    if (text !== this.begun()) {
      return;
    }
    this.people = people;
    this.chosen = 0;
    this.draw();
  }

  private area(): Area {
    return this.querySelector('vaadin-text-area') as Area;
  }

  /** What stands between the last "@" and the caret; null where there is none. */
  private begun(): string | null {
    const input = this.area().inputElement;
    return BEGUN.exec(input.value.slice(0, input.selectionStart))?.[1] ?? null;
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    const text = this.begun();
    if (text === null) {
      this.close();
      return;
    }
    this.timer = window.setTimeout(() => this.tell('mention-ask', { text }), TYPING_MILLIS);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      this.tell('mention-send', { text: this.area().inputElement.value });
    } else if (this.people.length > 0) {
      this.move(event);
    }
  }

  private move(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.chosen = (this.chosen + step + this.people.length) % this.people.length;
      this.draw();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.choose(this.people[this.chosen]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private choose(person: Person): void {
    const area = this.area();
    const input = area.inputElement;
    const caret = input.selectionStart;
    const begun = this.begun();
    if (begun === null) {
      this.close(); // the caret went somewhere else
      return;
    }
    const begin = caret - begun.length - 1;
    const before = `${input.value.slice(0, begin)}@${person.name} `;
    this.close();
    this.tell('mention-chosen', { id: person.id, name: person.name });
    input.focus();
    // in one go: a caret that is set any later jumps back under the hands of somebody who types on
    input.setRangeText(before, 0, caret, 'end');
    area.value = input.value;
    area.dispatchEvent(new Event('input')); // the server has only heard what was typed
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private close(): void {
    this.people = [];
    this.list?.remove();
    this.list = undefined;
    this.area()?.inputElement.removeAttribute('aria-activedescendant');
  }

  private draw(): void {
    if (this.people.length === 0) {
      this.close();
      return;
    }
    if (!this.list) {
      this.list = document.createElement('ul');
      this.list.className = 'mention-list';
      this.list.setAttribute('role', 'listbox');
      this.list.setAttribute('aria-label', this.getAttribute('data-people') ?? '');
      this.append(this.list);
    }
    this.list.replaceChildren(...this.people.map((person, i) => this.line(person, i)));
    this.area().inputElement.setAttribute('aria-activedescendant', `mention-${this.chosen}`);
  }

  private line(person: Person, i: number): HTMLLIElement {
    const line = document.createElement('li');
    line.id = `mention-${i}`;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', String(i === this.chosen));
    line.textContent = person.name;
    line.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.choose(person);
    });
    return line;
  }
}

customElements.define('crm-mention', CrmMention);
