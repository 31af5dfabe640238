package org.sencrm.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.list.CardList;

/** The cards of one option, with their number and sum above. */
final class BoardColumn extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient BoardShape shape;
    private final transient Choice choice;
    private final transient BoardCard.Moves moves;
    private final Span count = new Span();
    private final Div sum = new Div();
    private final Div company = new Div();
    private final CardList list;
    private final Button more;
    private final transient Map<Long, BoardCard> cards = new LinkedHashMap<>();
    private String next;
    private transient ColumnTotal total;

    BoardColumn(
            HostContext context, BoardShape shape, Choice choice, BoardCard.Moves moves, Consumer<BoardColumn> onMore) {
        this.context = context;
        this.shape = shape;
        this.choice = choice;
        this.moves = moves;
        this.total = ColumnTotal.of(shape, null);
        addClassName("col");
        count.addClassName("muted");
        sum.addClassNames("muted", "col-sum");
        Header header = new Header(new H2(choice.label()), count, sum, company);
        company.addClassNames("muted", "col-sum");
        company.setTitle(context.text("company.about"));
        company.setVisible(false);
        list = new CardList(choice.label(), !moves.allowed(), record -> moves.drop(record, this));
        more = new Button(context.text("board.more"), event -> onMore.accept(this));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.setVisible(false);
        add(header, list, more);
    }

    String code() {
        return choice.code();
    }

    String label() {
        return choice.label();
    }

    /** How many cards are unfolded. */
    int shown() {
        return cards.size();
    }

    /** Cursor of the cards that follow; null for none. */
    String next() {
        return next;
    }

    /** Shows exactly these cards; one that is there already stays the same, and with it the focus. */
    void show(BoardReader.Cards contents) {
        Map<Long, BoardCard> before = new HashMap<>(cards);
        cards.clear();
        int place = 0;
        for (RecordData record : contents.cards()) {
            BoardCard card = before.remove(record.id());
            if (card == null) {
                card = card(record, contents);
            } else if (card.record().version() != record.version()) {
                card.show(record, next(record, contents));
            }
            cards.put(record.id(), card);
            if (list.getElement().getChildCount() <= place
                    || !list.getElement().getChild(place).equals(card.getElement())) {
                list.getElement().insertChild(place, card.getElement());
            }
            place++;
        }
        before.values().forEach(list::remove);
        next = contents.next();
        more.setVisible(next != null);
    }

    /** Adds cards at the end. */
    void append(BoardReader.Cards contents) {
        for (RecordData record : contents.cards()) {
            if (!cards.containsKey(record.id())) {
                BoardCard card = card(record, contents);
                cards.put(record.id(), card);
                list.add(card);
            }
        }
        next = contents.next();
        more.setVisible(next != null);
    }

    private BoardCard card(RecordData record, BoardReader.Cards contents) {
        return new BoardCard(context, shape, record, next(record, contents), moves);
    }

    private static BoardCard.Next next(RecordData record, BoardReader.Cards contents) {
        return contents.due() == null ? null : new BoardCard.Next(contents.due().get(record.id()));
    }

    /** The card of a record; null where it is not unfolded here. */
    BoardCard card(long record) {
        return cards.get(record);
    }

    /** Whether the card is in this column. */
    boolean holds(BoardCard card) {
        return cards.get(card.record().id()) == card;
    }

    /** Takes a card in at the top, or where it stood before. */
    void take(BoardCard card, int place) {
        cards.put(card.record().id(), card);
        list.getElement().insertChild(Math.min(place, list.getElement().getChildCount()), card.getElement());
        total(total.with(card.record()));
    }

    /** Gives a card away. @return where it stood */
    int give(BoardCard card) {
        int place = list.getElement().indexOfChild(card.getElement());
        cards.remove(card.record().id());
        list.remove(card);
        total(total.without(card.record()));
        return place;
    }

    /**
     * @param totals null for none
     * @param all what all records of the option come to; null where the person is not told
     */
    void totals(Summary.Totals totals, Summary.Totals all) {
        total(ColumnTotal.of(shape, totals));
        company.removeAll();
        company.setVisible(all != null);
        if (all != null) {
            company.add(new Span(context.text("company.count", context.format(all.count()))));
            ColumnTotal.of(shape, all).amounts().all().forEach(money -> company.add(new Span(context.format(money))));
        }
    }

    private void total(ColumnTotal now) {
        total = now;
        count.setText(context.format(total.count()));
        sum.removeAll();
        if (shape.sum() != null) {
            List<Money> all = total.amounts().all();
            all.forEach(money -> sum.add(new Span(context.format(money))));
            if (all.isEmpty()) {
                sum.setText("–");
            }
        }
    }
}
