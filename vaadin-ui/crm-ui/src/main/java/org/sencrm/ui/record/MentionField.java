package org.sencrm.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;
import org.sencrm.api.talk.Comments;
import org.sencrm.ui.field.AriaName;
import org.sencrm.ui.host.HostContext;

/** A text in which {@code @} and a few letters find a colleague who may see the record. */
@Tag("crm-mention")
@JsModule("./crm-mention.ts")
final class MentionField extends Component implements HasComponents, HasStyle {

    private static final long serialVersionUID = 1L;

    private static final int OFFERED = 6;
    private static final String TEXT = "event.detail.text";
    private static final String ID = "event.detail.id";
    private static final String NAME = "event.detail.name";

    private final transient HostContext context;
    private final transient Comments comments;
    private final transient Reference record;
    private final TextArea text = new TextArea();
    /** Whom the person chose, by the name that stands in the text. */
    private final Map<String, Long> people = new HashMap<>();

    /** @param onSend told the text when the person sends it by keys */
    MentionField(HostContext context, Comments comments, Reference record, Consumer<String> onSend) {
        this.context = context;
        this.comments = comments;
        this.record = record;
        text.setPlaceholder(context.text("comment.placeholder"));
        text.setMaxLength(Comments.LONGEST);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        AriaName.give(text, context.text("comment.label"));
        getElement().setAttribute("data-people", context.text("comment.people"));
        add(text);
        getElement()
                .addEventListener(
                        "mention-ask", event -> ask(event.getEventData().getString(TEXT)))
                .addEventData(TEXT);
        getElement()
                .addEventListener(
                        "mention-chosen",
                        event -> people.put(
                                event.getEventData().getString(NAME),
                                Long.parseLong(event.getEventData().getString(ID))))
                .addEventData(ID)
                .addEventData(NAME);
        getElement()
                .addEventListener(
                        "mention-send",
                        event -> onSend.accept(event.getEventData().getString(TEXT)))
                .addEventData(TEXT);
    }

    private void ask(String asked) {
        Caller caller = context.caller();
        context.background(
                () -> comments.mentionable(caller, record.type(), record.id(), asked, OFFERED),
                found -> getElement().callJsFunction("offer", asked, json(found)));
    }

    private static JsonArray json(List<Reference> found) {
        JsonArray list = Json.createArray();
        for (Reference person : found) {
            JsonObject one = Json.createObject();
            one.put("id", Long.toString(person.id()));
            one.put("name", person.label());
            list.set(list.length(), one);
        }
        return list;
    }

    TextArea input() {
        return text;
    }

    /** Puts a comment in that is to be changed. */
    void show(String words, List<Reference> mentioned) {
        text.setValue(words);
        mentioned.stream()
                .filter(person -> person.label() != null)
                .forEach(person -> people.put(person.label(), person.id()));
    }

    /** Ids of those chosen whose names still stand in the text. */
    Set<Long> mentioned(String words) {
        return people.entrySet().stream()
                .filter(person -> words.contains("@" + person.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    void clear() {
        text.clear();
        people.clear();
    }
}
