package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.Reference;
import org.sencrm.api.talk.Comment;
import org.sencrm.api.talk.Comments;
import org.sencrm.ui.host.HostContext;

/** Takes a comment on a record: a new one, or another wording of one. */
final class CommentBox extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Saving saving;
    private final transient Runnable onSaved;
    private final MentionField field;

    /** How a comment is kept. */
    private interface Saving {
        void save(Caller caller, String text, Set<Long> mentions);
    }

    private CommentBox(HostContext context, Comments comments, Reference record, Saving saving, Runnable onSaved) {
        this.context = context;
        this.saving = saving;
        this.onSaved = onSaved;
        field = new MentionField(context, comments, record, this::save);
        addClassName("comment-box");
        add(field);
    }

    /** For a new comment; its button comes with the first letter. */
    static CommentBox writing(HostContext context, Comments comments, Reference record, Runnable onSaved) {
        CommentBox box = new CommentBox(
                context,
                comments,
                record,
                (caller, text, mentions) -> comments.add(caller, record.type(), record.id(), text, mentions),
                onSaved);
        Button send = box.sendButton("comment.send");
        send.setVisible(false);
        box.field
                .input()
                .addValueChangeListener(
                        event -> send.setVisible(!event.getValue().isBlank()));
        box.add(send);
        return box;
    }

    /** For another wording. @param onCancel called where it stays as it is */
    static CommentBox editing(
            HostContext context, Comments comments, Comment comment, Runnable onSaved, Runnable onCancel) {
        CommentBox box = new CommentBox(
                context,
                comments,
                comment.record(),
                (caller, text, mentions) -> comments.edit(caller, comment.id(), text, mentions),
                onSaved);
        box.field.show(comment.text(), comment.mentioned());
        Div buttons =
                new Div(box.sendButton("form.save"), new Button(context.text("form.cancel"), event -> onCancel.run()));
        buttons.addClassName("row");
        box.add(buttons);
        box.field.input().focus();
        return box;
    }

    private Button sendButton(String key) {
        Button send = new Button(context.text(key), event -> save(field.input().getValue()));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.getElement().setAttribute("title", context.text("comment.sendTitle"));
        return send;
    }

    private void save(String text) {
        if (text.isBlank()) {
            return;
        }
        try {
            saving.save(context.caller(), text, field.mentioned(text));
            field.clear();
            onSaved.run();
        } catch (InvalidRecord refused) {
            field.input().setErrorMessage(refused.errors().get(0).message());
            field.input().setInvalid(true);
        } catch (Fault fault) {
            context.report(fault);
        }
    }
}
