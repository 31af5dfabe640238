package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Reference;
import org.sencrm.api.talk.Followers;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Says whether the person follows the record, and changes that; who else follows it stands in the tooltip. */
final class FollowButton extends Button {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Followers followers;
    private final transient Reference record;
    private boolean following;

    FollowButton(HostContext context, Followers followers, Reference record) {
        this.context = context;
        this.followers = followers;
        this.record = record;
        setIcon(Icons.icon("bell"));
        addClassName("follow");
        addClickListener(event -> change());
        show(false, List.of());
        load();
    }

    private void load() {
        Caller caller = context.caller();
        context.background(
                () -> followers.list(caller, record.type(), record.id()),
                people -> show(people.stream().anyMatch(person -> person.id() == caller.userId()), people));
    }

    private void show(boolean now, List<Reference> people) {
        following = now;
        setText(context.text(following ? "follow.following" : "follow.follow"));
        String who = people.stream().map(Reference::label).collect(Collectors.joining(", "));
        getElement()
                .setAttribute("aria-pressed", Boolean.toString(following))
                .setAttribute("title", who.isEmpty() ? context.text("follow.nobody") : context.text("follow.who", who));
    }

    private void change() {
        try {
            if (following) {
                followers.unfollow(context.caller(), record.type(), record.id());
            } else {
                followers.follow(context.caller(), record.type(), record.id());
            }
            load();
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}
