package org.sencrm.ui.board;

import java.util.HashMap;
import java.util.Map;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.field.Announcer;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.MissingFields;
import org.sencrm.ui.record.Saver;

/** One card on its way to another column: shown there at once, saved, and put back where that is refused. */
final class BoardMove {

    private final HostContext context;
    private final BoardShape shape;
    private final BoardCard card;
    private final BoardColumn from;
    private final BoardColumn to;
    private final Announcer announcer;
    private final Runnable onStale;
    private final Runnable onMoved;
    private Map<String, Object> asked = Map.of();
    private int place;
    private boolean saved;

    /**
     * @param onStale run where the board shows something that is not so any more
     * @param onMoved run once the card is stored in its new column: the totals shown are those reckoned here until then
     */
    BoardMove(
            HostContext context,
            BoardShape shape,
            BoardCard card,
            BoardColumn to,
            Announcer announcer,
            Runnable onStale,
            Runnable onMoved) {
        this.context = context;
        this.shape = shape;
        this.card = card;
        this.from = card.column();
        this.to = to;
        this.announcer = announcer;
        this.onStale = onStale;
        this.onMoved = onMoved;
    }

    void run() {
        run(Map.of());
    }

    /** @param more values that the move needs besides the column */
    private void run(Map<String, Object> more) {
        asked = more;
        place = from.give(card);
        to.take(card, 0);
        Map<String, Object> patch = new HashMap<>(more);
        patch.put(shape.stage().name(), to.code());
        RecordData before = card.record();
        new Saver(context, shape.type().name(), before.id(), this::finish, this::ask, this::tellConflict)
                .save(before.version(), patch);
        if (!saved) {
            to.give(card);
            from.take(card, place);
        }
        card.focus();
    }

    private void finish(RecordData stored) {
        saved = true;
        card.show(stored);
        onMoved.run();
        String moved = context.text("board.moved", card.name(), to.label());
        announcer.say(moved);
        context.informWithUndo(moved, () -> undo(stored));
    }

    private void undo(RecordData stored) {
        Map<String, Object> back = new HashMap<>();
        // what had to be filled in for the move was empty before it
        asked.keySet().forEach(field -> back.put(field, null));
        back.put(shape.stage().name(), from.code());
        new Saver(context, shape.type().name(), stored.id(), this::putBack, context::report, this::tellConflict)
                .save(stored.version(), back);
    }

    private void putBack(RecordData undone) {
        // somebody may have moved it on meanwhile, and so may a filter have taken it out of sight
        if (to.holds(card)) {
            to.give(card);
            from.take(card, place);
            card.show(undone);
        }
        onStale.run();
    }

    private void ask(InvalidRecord refused) {
        boolean aboutStage =
                refused.errors().stream().anyMatch(error -> shape.stage().name().equals(error.field()));
        if (aboutStage || !MissingFields.canAsk(refused.errors())) {
            context.report(refused);
            return;
        }
        new MissingFields(context, shape.type(), refused.getMessage(), refused.errors(), this::run, card::focus).open();
    }

    private void tellConflict(Conflict conflict) {
        context.inform(context.text("board.conflict", card.name()));
        onStale.run();
    }
}
