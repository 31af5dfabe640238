package org.sencrm.ui.transfer;

import elemental.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.transfer.ImportOptions;

/**
 * The files that a person has uploaded and not imported yet, with what was decided about them: kept among the person's own
 * settings, so that neither a reload nor a lost session costs the work. Only the newest few are kept.
 */
final class Unfinished {

    static final int MOST = 4;

    private static final String ALL = "ui.import.drafts";
    private static final String ONE = "ui.import.draft.";

    private final Settings settings;
    private final Caller caller;

    Unfinished(Settings settings, Caller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    /**
     * A file on its way in.
     *
     * @param fileName as people call it
     */
    record Kept(String fileId, String type, String fileName, ImportOptions decisions) {}

    /** Newest first. */
    List<Kept> all() {
        return ids().stream().map(this::find).flatMap(Optional::stream).toList();
    }

    Optional<Kept> find(String fileId) {
        return Decisions.parse(settings.own(caller, ONE + fileId, null))
                .map(text ->
                        new Kept(fileId, text.getString("type"), text.getString("fileName"), Decisions.read(text)));
    }

    void keep(Kept draft) {
        try {
            store(draft, draft.decisions());
        } catch (InvalidRequest tooLong) {
            store(draft, Decisions.withoutReplacements(draft.decisions()));
        }
        List<String> ids = ids();
        if (ids.isEmpty() || !ids.get(0).equals(draft.fileId())) {
            ids.remove(draft.fileId());
            ids.add(0, draft.fileId());
            while (ids.size() > MOST) {
                settings.setOwn(caller, ONE + ids.remove(MOST), null);
            }
            list(ids);
        }
    }

    void forget(String fileId) {
        List<String> ids = ids();
        if (ids.remove(fileId)) {
            settings.setOwn(caller, ONE + fileId, null);
            list(ids);
        }
    }

    private void store(Kept draft, ImportOptions decisions) {
        JsonObject text = Decisions.write(decisions);
        text.put("type", draft.type());
        text.put("fileName", draft.fileName());
        settings.setOwn(caller, ONE + draft.fileId(), text.toJson());
    }

    private List<String> ids() {
        String all = settings.own(caller, ALL, "");
        return new ArrayList<>(all.isEmpty() ? List.of() : List.of(all.split(",")));
    }

    private void list(List<String> ids) {
        settings.setOwn(caller, ALL, ids.isEmpty() ? null : String.join(",", ids));
    }
}
