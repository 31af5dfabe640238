/*
 * <crm-cards>: the cards of one column of a board, each with the id of its record in data-record. A card is picked up
 * with the mouse, or by a finger that rests on it for a moment; one that moves on at once scrolls. A card dropped on
 * another column fires "card-dropped" with that id at the <crm-cards> of that column. Nothing moves in the document: the
 * server alone decides where cards stand. With the attribute "fixed" the cards stay where they are.
 */
import Sortable, { type SortableEvent } from 'sortablejs';

const REST_MILLIS = 200;
/* pixels that a hand moves without meaning it */
const UNSTEADY = 8;
const SCROLLS_FROM_EDGE = 48;

type Point = { clientX: number; clientY: number };

const pointOf = (event: SortableEvent): PointerEvent =>
  (event as unknown as { originalEvent: PointerEvent }).originalEvent;

class CrmCards extends HTMLElement {
  private sortable?: Sortable;

  /* a card is held, and perhaps on its way */
  private held = false;

  /* the finger rested so long that other places would open a menu */
  private menuDue = false;

  private target: CrmCards | null = null;

  private listening?: AbortController;

  private last: Point = { clientX: 0, clientY: 0 };

  connectedCallback(): void {
    this.sortable = Sortable.create(this, {
      draggable: '.deal',
      disabled: this.hasAttribute('fixed'),
      sort: false,
      filter: 'vaadin-button',
      preventOnFilter: false,
      delay: REST_MILLIS,
      delayOnTouchOnly: true,
      touchStartThreshold: UNSTEADY,
      // mouse and finger drag the same thing: what the browser would draw knows nothing of the theme
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: UNSTEADY,
      chosenClass: 'deal-held',
      ghostClass: 'deal-away',
      fallbackClass: 'deal-dragged',
      scrollSensitivity: SCROLLS_FROM_EDGE,
      onChoose: () => this.hold(),
      onUnchoose: (event) => this.release(event.item),
      onStart: (event) => this.start(event),
      onEnd: (event) => this.end(event),
    });
    this.addEventListener('touchmove', this.keepStill, { passive: false });
    this.addEventListener('contextmenu', this.postponeMenu, true);
  }

  disconnectedCallback(): void {
    this.listening?.abort();
    this.sortable?.destroy();
    this.sortable = undefined;
    this.removeEventListener('touchmove', this.keepStill);
    this.removeEventListener('contextmenu', this.postponeMenu, true);
  }

  private hold(): void {
    this.held = true;
    this.menuDue = false;
  }

  private release(card: HTMLElement): void {
    this.held = false;
    if (this.menuDue && Sortable.active === null) {
      card.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    }
  }

  /* the page does not scroll under a card that is held */
  private readonly keepStill = (event: TouchEvent): void => {
    if (this.held && event.cancelable) {
      event.preventDefault();
    }
  };

  /* the browser's own long press comes while the card is held: its menu waits until the card is let go where it was */
  private readonly postponeMenu = (event: Event): void => {
    if (this.held) {
      this.menuDue = true;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };

  private start(event: SortableEvent): void {
    Sortable.ghost?.setAttribute('aria-hidden', 'true');
    this.board()?.classList.add('dragging');
    this.board()?.style.setProperty('--slot', `${event.item.offsetHeight}px`);
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener('pointermove', (moved) => this.follow(moved), { signal });
    document.addEventListener('scroll', () => this.follow(this.last), { signal, capture: true });
    document.addEventListener('keydown', (pressed) => this.giveUp(pressed), { signal, capture: true });
    this.follow(pointOf(event));
  }

  private follow(point: Point): void {
    this.last = point;
    const column = document.elementFromPoint(point.clientX, point.clientY)?.closest('.col');
    const cards = column?.querySelector<CrmCards>('crm-cards') ?? null;
    this.aim(cards === this ? null : cards);
  }

  private aim(cards: CrmCards | null): void {
    if (this.target !== cards) {
      this.target?.parentElement?.classList.remove('awaits');
      cards?.parentElement?.classList.add('awaits');
      this.target = cards;
    }
  }

  private giveUp(pressed: KeyboardEvent): void {
    if (pressed.key === 'Escape') {
      pressed.preventDefault();
      pressed.stopImmediatePropagation();
      document.dispatchEvent(new PointerEvent('pointercancel'));
    }
  }

  private end(event: SortableEvent): void {
    const dropped = pointOf(event);
    if (dropped.type === 'pointerup') {
      this.follow(dropped);
    }
    const on = dropped.type === 'pointerup' ? this.target : null;
    this.aim(null);
    this.listening?.abort();
    this.board()?.classList.remove('dragging');
    on?.dispatchEvent(new CustomEvent('card-dropped', { detail: { record: event.item.dataset.record } }));
  }

  private board(): HTMLElement | null {
    return this.closest<HTMLElement>('.board');
  }
}

customElements.define('crm-cards', CrmCards);
