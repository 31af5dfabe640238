package org.sencrm.ui.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.talk.Comments;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** What the person can do with a comment of their own, in its row: say it otherwise, delete it with a way back. */
final class OwnComment extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Comments comments;
    private final ListItem row;
    private final long id;
    private final transient Runnable onChange;

    OwnComment(HostContext context, Comments comments, ListItem row, TimelineEntry entry, Runnable onChange) {
        this.context = context;
        this.comments = comments;
        this.row = row;
        this.id = entry.subject().id();
        this.onChange = onChange;
        addClassNames("row", "tight", "own-comment");
        add(button("edit", "comment.edit", this::edit), button("trash", "comment.delete", this::delete));
    }

    /** Whether the entry is a comment of the person. */
    static boolean isOwn(HostContext context, TimelineEntry entry) {
        return Comments.KIND.equals(entry.kind())
                && entry.by() != null
                && entry.by().id() == context.caller().userId();
    }

    private NativeButton button(String icon, String key, Runnable work) {
        NativeButton button = new NativeButton();
        button.add(Icons.icon(icon));
        button.addClickListener(event -> work.run());
        button.addClassName("plain");
        button.getElement().setAttribute("aria-label", context.text(key)).setAttribute("title", context.text(key));
        return button;
    }

    private void edit() {
        try {
            CommentBox box =
                    CommentBox.editing(context, comments, comments.get(context.caller(), id), onChange, onChange);
            row.removeAll();
            row.add(box);
        } catch (Fault gone) {
            context.report(gone);
        }
    }

    private void delete() {
        Caller caller = context.caller();
        try {
            comments.delete(caller, id);
            onChange.run();
            context.informWithUndo(context.text("comment.deleted"), () -> restore(caller));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private void restore(Caller caller) {
        try {
            comments.restore(caller, id);
            onChange.run();
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}
