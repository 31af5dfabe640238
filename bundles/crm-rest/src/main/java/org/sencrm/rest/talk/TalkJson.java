package org.sencrm.rest.talk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.talk.Comment;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** How comments travel. */
final class TalkJson {

    private TalkJson() {}

    static JsonBody body(Comment comment) {
        return out -> write(out, comment);
    }

    /** Members {@code items} and {@code next}, the cursor of what is older. */
    static JsonBody page(List<Comment> comments, int limit) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Comment comment : comments) {
                write(out, comment);
            }
            out.writeEndArray();
            out.writeStringField(
                    "next",
                    comments.size() < limit
                            ? null
                            : Long.toString(comments.get(limit - 1).id()));
            out.writeEndObject();
        };
    }

    /** Ids of users in the member {@code mentions}; none where it is not there. */
    static Set<Long> mentions(Input input) {
        List<String> ids = input.list("mentions");
        return ids == null ? Set.of() : ids.stream().map(RecordId::of).collect(Collectors.toSet());
    }

    private static void write(JsonGenerator out, Comment comment) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(comment.id()));
        Values.member(out, "record", comment.record());
        Values.member(out, "by", comment.by());
        out.writeStringField("text", comment.text());
        Values.references(out, "mentions", comment.mentioned());
        Values.member(out, "at", comment.at());
        Values.member(out, "editedAt", comment.editedAt());
        out.writeEndObject();
    }
}
