package org.sencrm.ui.record;

import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/** Names of the core's record type for calls, meetings, tasks, mails and notes, which concern a record of any type. */
public final class Activities {

    public static final String TYPE = "activities";
    public static final String NAME = "name";
    public static final String KIND = "kind";
    public static final String REGARDING = "regarding";
    public static final String DUE = "dueAt";
    public static final String DONE = "doneAt";
    public static final String NOTE = "note";
    public static final String OWNER = "owner";

    private Activities() {}

    /**
     * Whether activities around records of the type are shown; not so around activities themselves, nor around what
     * administrators set up: nobody calls a role.
     */
    static boolean concern(HostContext context, String type) {
        boolean setUp =
                context.types().find(type).filter(RecordType::administrative).isPresent();
        return !TYPE.equals(type) && !setUp && context.may(Right.READ, TYPE);
    }

    static boolean mayAdd(HostContext context) {
        return context.may(Right.CREATE, TYPE);
    }

    /** Icon of an activity's kind or of a change. */
    static String icon(String kind) {
        return switch (kind) {
            case "call" -> "phone";
            case "meeting" -> "users";
            case "task" -> "check";
            case "email" -> "mail";
            case "note" -> "note";
            case "comment" -> "comment";
            case "created" -> "plus";
            case "trashed" -> "trash";
            case "restored" -> "undo";
            default -> "edit";
        };
    }
}
