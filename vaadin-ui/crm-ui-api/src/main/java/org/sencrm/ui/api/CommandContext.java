package org.sencrm.ui.api;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.record.Reference;

/** Where a person is who calls a command. Belongs to one browser tab; used on that tab's UI thread. */
@ProviderType
public interface CommandContext extends ScreenContext {

    /** Name of the record type whose list, board or record is shown; empty on any other page. */
    Optional<String> type();

    /** The record whose page is shown, without its label; empty on any other page. */
    Optional<Reference> record();

    /**
     * Opens the form for a new record beside the page.
     *
     * @param values filled in already, by field
     * @throws org.sencrm.api.fault.NotFound where the type is not there
     */
    void create(String type, Map<String, Object> values);

    /** Shows a module's screen. */
    void openScreen(String path);
}
