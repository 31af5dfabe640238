package org.sencrm.ui.board;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** One record on the board: dragged by mouse or finger, moved by its menu, or with the arrow keys while Ctrl is held. */
final class BoardCard extends Div implements Focusable<BoardCard> {

    private static final long serialVersionUID = 1L;

    /** Keys of the card itself, not of what is inside it. */
    private static final String KEYS = "event.target === element && (event.key === 'Enter' || event.key === ' '"
            + " || event.ctrlKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight'))"
            + " && (event.preventDefault() || true)";

    private final transient HostContext context;
    private final transient BoardShape shape;
    private final transient Moves moves;
    private transient RecordData record;
    private transient Next next;

    /** The next open activity about a record. @param due null where nothing is planned */
    record Next(Instant due) {}

    /** Where a card can be asked to go. */
    interface Moves {

        /** Whether the person may move cards at all. */
        boolean allowed();

        void choose(BoardCard card);

        /** @param step -1 for the column before, 1 for the one after */
        void step(BoardCard card, int step);

        /** @param record whose card was dropped, as the browser says */
        void drop(long record, BoardColumn on);
    }

    /** @param next null where the person may not know what is planned */
    BoardCard(HostContext context, BoardShape shape, RecordData record, Next next, Moves moves) {
        this.context = context;
        this.shape = shape;
        this.moves = moves;
        addClassName("deal");
        getElement().setAttribute("role", "listitem");
        setTabIndex(0);
        getElement().setAttribute("data-record", Long.toString(record.id()));
        listen();
        show(record, next);
    }

    private void listen() {
        getElement()
                .addEventListener(
                        "keydown", event -> pressed(event.getEventData().getString("event.key")))
                .setFilter(KEYS)
                .addEventData("event.key");
        // the right button, or a long press on a touch screen
        getElement()
                .addEventListener("contextmenu", event -> moves.choose(this))
                .setFilter("!event.target.closest('a') && (event.preventDefault() || true)");
    }

    private void pressed(String key) {
        switch (key) {
            case "ArrowLeft" -> moves.step(this, -1);
            case "ArrowRight" -> moves.step(this, 1);
            default -> moves.choose(this);
        }
    }

    RecordData record() {
        return record;
    }

    String name() {
        return context.format(record.get(shape.type().labelField()));
    }

    void show(RecordData shown) {
        show(shown, next);
    }

    void show(RecordData shown, Next planned) {
        record = shown;
        next = planned;
        removeAll();
        Anchor link = ValueView.recordLink(new Reference(shape.type().name(), record.id(), name()));
        link.addClassName("strong");
        link.getElement().setAttribute("draggable", "false");
        Div title = new Div(link);
        if (moves.allowed()) {
            title.add(menu());
        }
        title.addClassNames("row", "tight", "deal-title");
        add(title);
        showAbout();
        add(figures());
        if (next != null) {
            add(plan());
        }
    }

    /** Whom the record is about, unless its name says so already. */
    private void showAbout() {
        if (shape.about() == null || record.get(shape.about().name()) == null) {
            return;
        }
        String whom =
                new FieldText(context).reference(record.reference(shape.about().name()));
        if (!name().contains(whom)) {
            Div about = new Div();
            about.setText(whom);
            about.addClassNames("muted", "cut");
            add(about);
        }
    }

    private Button menu() {
        Button menu = new Button(Icons.icon("dots"), event -> moves.choose(this));
        menu.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        menu.addClassName("deal-menu");
        menu.getElement()
                .setAttribute("aria-label", context.text("board.moveTo", name()))
                .setAttribute("title", context.text("board.moveTo", name()));
        return menu;
    }

    /** What it is worth, and how long it has been in its column. */
    private Div figures() {
        Span amount = new Span(
                shape.money() == null
                        ? ""
                        : context.format(record.get(shape.money().name())));
        Instant since = (Instant) record.get(shape.since());
        Span age = new Span(new RelativeTime(context).age(since));
        age.addClassName("muted");
        age.getElement()
                .setAttribute(
                        "title",
                        new FieldText(context).label(shape.type().name(), shape.since()) + ": "
                                + context.format(since));
        Div line = new Div(amount, age);
        line.addClassName("line");
        return line;
    }

    /** What is to be done next, in words: no colour alone tells it. */
    private Div plan() {
        RelativeTime time = new RelativeTime(context);
        Span dot = new Span();
        String urgency = time.urgency(next.due()).className();
        dot.addClassNames("dot", urgency.isEmpty() ? "none" : urgency);
        dot.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(
                next.due() == null
                        ? context.text("board.noActivity")
                        : context.text("board.next", time.due(next.due())));
        Div line = new Div(dot, words);
        line.addClassNames("deal-next", "muted");
        return line;
    }

    /** The column that the card is in. */
    BoardColumn column() {
        return getParent()
                .flatMap(list -> list.getParent())
                .map(BoardColumn.class::cast)
                .orElseThrow();
    }
}
