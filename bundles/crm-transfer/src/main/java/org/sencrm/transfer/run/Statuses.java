package org.sencrm.transfer.run;

import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.sencrm.api.job.Job;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.Imports;

/** Tells how imports stand, in the language of the one who asks. */
final class Statuses {

    private final Messages messages;
    private final LongPredicate atWork;

    /** @param atWork whether an import is being worked on here and now */
    Statuses(Messages messages, LongPredicate atWork) {
        this.messages = messages;
        this.atWork = atWork;
    }

    Imports.Status of(StoredImport one, Locale locale) {
        Counts counts = one.counts();
        return new Imports.Status(
                one.id(),
                state(one),
                one.type(),
                one.fileName(),
                one.options().dryRun(),
                one.total(),
                counts.done(),
                counts.created(),
                counts.updated(),
                counts.skipped(),
                counts.failed(),
                problems(one, locale),
                message(one, locale));
    }

    /** What is kept as running and is not worked on was interrupted. */
    Job.State state(StoredImport one) {
        boolean idle = one.state() == Job.State.RUNNING && !atWork.test(one.id());
        return idle ? Job.State.INTERRUPTED : one.state();
    }

    /** A message of a row's trouble. */
    String message(RowError error, Locale locale) {
        return error.message() != null
                ? error.message()
                : messages.text(locale, "transfer.error." + error.code(), nullSafe(error.value()), 1, "");
    }

    private List<Imports.Problem> problems(StoredImport one, Locale locale) {
        return Problems.read(one.problems()).groups().stream()
                .map(group -> new Imports.Problem(
                        group.code(),
                        group.column(),
                        group.value(),
                        group.count(),
                        group.suggestion(),
                        message(group, locale),
                        group.blocking(),
                        group.row()))
                .toList();
    }

    private String message(Problems.Group group, Locale locale) {
        if (group.message() != null) {
            return group.message();
        }
        String key = (group.blocking() ? "transfer.error." : "transfer.notice.") + group.code();
        String subject = group.subject();
        if (group.code().equals("createsTarget")) {
            subject = messages.many(locale, group.subject());
        } else if (group.code().equals("numberFormat")) {
            subject = messages.text(locale, "transfer.mark." + group.subject());
        }
        String text = messages.text(locale, key, nullSafe(group.value()), group.count(), nullSafe(subject));
        return group.suggestion() == null
                ? text
                : text + " " + messages.text(locale, "transfer.suggestion", group.suggestion());
    }

    private String message(StoredImport one, Locale locale) {
        if (one.state() == Job.State.UNDONE && one.kept() > 0) {
            return messages.text(locale, "transfer.undo.kept", one.kept());
        }
        return one.message();
    }

    private static String nullSafe(String text) {
        return text == null ? "" : text;
    }
}
