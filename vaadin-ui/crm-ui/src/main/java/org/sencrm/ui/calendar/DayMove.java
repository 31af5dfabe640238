package org.sencrm.ui.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.ConflictDialog;
import org.sencrm.ui.record.Saver;

/** A record on its way to another day: saved first and shown there then, with a way back. */
final class DayMove {

    private final HostContext context;
    private final CalendarShape shape;
    private final Runnable onMoved;

    /** @param onMoved run whenever the calendar shows something that is not so any more */
    DayMove(HostContext context, CalendarShape shape, Runnable onMoved) {
        this.context = context;
        this.shape = shape;
        this.onMoved = onMoved;
    }

    void move(RecordData record, LocalDate day) {
        LocalDate before = shape.day(record);
        save(record, day, saved -> {
            onMoved.run();
            context.informWithUndo(
                    context.text("calendar.moved", name(saved), context.format(day)),
                    () -> save(saved, before, undone -> {
                        onMoved.run();
                        context.inform(context.text("calendar.undone", name(undone), context.format(before)));
                    }));
        });
    }

    private void save(RecordData record, LocalDate day, Consumer<RecordData> done) {
        String type = shape.type().name();
        Map<String, Object> patch = Map.of(shape.by().name(), shape.on(record, day));
        new Saver(
                        context,
                        type,
                        record.id(),
                        done,
                        context::report,
                        conflict -> new ConflictDialog(
                                        context, shape.type(), record.id(), patch, conflict, saved -> onMoved.run())
                                .open())
                .save(record.version(), patch);
    }

    private String name(RecordData record) {
        return context.format(record.get(shape.type().labelField()));
    }
}
