package org.sencrm.ui.board;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.ui.field.Announcer;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.Activities;

/** The columns of a board and the cards in them. */
final class Board extends Div implements BoardCard.Moves {

    private static final long serialVersionUID = 1L;

    private static final int CARDS = 30;

    private final transient HostContext context;
    private final transient BoardShape shape;
    private final transient Supplier<Query> query;
    private final List<BoardColumn> columns = new ArrayList<>();
    private final Div scroller = new Div();
    private final Announcer announcer = new Announcer();
    private int reading;

    /** @param query what the board shows */
    Board(HostContext context, BoardShape shape, Supplier<Query> query) {
        this.context = context;
        this.shape = shape;
        this.query = query;
        scroller.addClassName("board");
        new FieldText(context)
                .choices(shape.type().name(), shape.stage())
                .forEach(choice -> columns.add(new BoardColumn(context, shape, choice, this, this::showMore)));
        columns.forEach(scroller::add);
        add(scroller, announcer);
    }

    /** Reads everything again and changes what is different. */
    void load() {
        int mine = ++reading;
        Map<String, Integer> shown = new LinkedHashMap<>();
        columns.forEach(column -> shown.put(column.code(), Math.min(Query.MAX_LIMIT, Math.max(CARDS, column.shown()))));
        BoardReader reader = reader();
        Query asked = query.get();
        context.background(() -> reader.read(asked, shown), contents -> {
            // an answer that a later question has overtaken is not shown
            if (mine == reading) {
                show(contents);
            }
        });
    }

    /** Reads number and sum of all columns again. */
    private void loadTotals() {
        int mine = reading;
        BoardReader reader = reader();
        Query asked = query.get();
        context.background(() -> reader.totals(asked), totals -> {
            if (mine == reading) {
                showTotals(totals);
            }
        });
    }

    private void show(BoardReader.Contents contents) {
        columns.forEach(column -> column.show(contents.columns().get(column.code())));
        showTotals(contents.totals());
    }

    private void showTotals(BoardReader.Totals totals) {
        columns.forEach(column ->
                column.totals(totals.own().get(column.code()), totals.company().get(column.code())));
    }

    private void showMore(BoardColumn column) {
        BoardReader reader = reader();
        Query asked = query.get();
        String cursor = column.next();
        context.background(() -> reader.cards(asked, column.code(), CARDS, cursor), column::append);
    }

    private BoardReader reader() {
        return new BoardReader(context.records(), context.caller(), shape, context.may(Right.READ, Activities.TYPE));
    }

    @Override
    public void choose(BoardCard card) {
        if (allowed()) {
            new MoveMenu(context, card, columns, column -> move(card, column)).open();
        }
    }

    @Override
    public void step(BoardCard card, int step) {
        int target = columns.indexOf(card.column()) + step;
        if (target >= 0 && target < columns.size()) {
            move(card, columns.get(target));
        }
    }

    private void move(BoardCard card, BoardColumn to) {
        if (card.column() != to && allowed()) {
            // what is being read now does not know of the move yet
            reading++;
            new BoardMove(context, shape, card, to, announcer, this::load, this::loadTotals).run();
        }
    }

    @Override
    public void drop(long record, BoardColumn on) {
        columns.stream()
                .map(column -> column.card(record))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(card -> move(card, on));
    }

    @Override
    public boolean allowed() {
        return context.may(Right.UPDATE, shape.type().name());
    }
}
