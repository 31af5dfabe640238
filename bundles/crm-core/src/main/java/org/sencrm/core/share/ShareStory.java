package org.sencrm.core.share;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Shares;
import org.sencrm.api.record.Reference;
import org.sencrm.core.change.ChangeEntry;

/** How sharing and taking back stand in the change log: who may read from then on, and who may change, never by name. */
public final class ShareStory {

    private static final Set<String> WORDS = Set.of(Shares.TO_READ, Shares.TO_CHANGE);

    private ShareStory() {}

    /** Whether a part of a logged change is about sharing. */
    public static boolean tells(String word) {
        return WORDS.contains(word);
    }

    /**
     * What is to be logged where a share became another.
     *
     * @param before null where there was none
     * @param after null where it was taken back
     */
    public static Map<String, ChangeEntry.Diff> of(ShareRow before, ShareRow after) {
        Map<String, ChangeEntry.Diff> story = new LinkedHashMap<>();
        if (before != null) {
            story.put(word(before), new ChangeEntry.Diff(plain(before), null));
        }
        if (after != null) {
            story.put(word(after), new ChangeEntry.Diff(null, plain(after)));
        }
        return story;
    }

    /** The user or team that a logged value means, without a label; null for none. */
    public static Reference with(Object plain) {
        return plain instanceof Map<?, ?> parts
                ? Reference.to((String) parts.get("type"), Long.parseLong((String) parts.get("id")))
                : null;
    }

    private static String word(ShareRow row) {
        return row.mayChange() ? Shares.TO_CHANGE : Shares.TO_READ;
    }

    private static Map<String, Object> plain(ShareRow row) {
        return Map.of("type", row.with().type(), "id", Long.toString(row.with().id()));
    }
}
