package org.sencrm.api.module;

import java.util.List;
import java.util.Map;
import org.sencrm.api.record.Reference;

/**
 * All that is known of one module, in the version that is installed, else the newest.
 *
 * @param origin where the version is had: the place of a repository, empty for what comes with the product; null for one
 *     that was uploaded
 * @param signer null for a part of the platform, and where the package is not here
 * @param permissions that it declares; empty where the package is not here
 * @param api packages of the product that it needs, with the range of their versions
 * @param requires other modules that it needs, with the range of their versions
 * @param neededBy ids of the installed modules that need this one
 * @param screenshots names of pictures, in the order to be shown
 * @param changes what is new, Markdown in the caller's language; empty where nothing is said
 * @param tables that it has now, by name
 * @param offFor roles for which it is switched off
 * @param refusal why the package would be refused; null where nothing is wrong, or the package is not here
 */
public record ModuleDetails(
        Modules.Module module,
        String origin,
        Modules.Signer signer,
        Modules.Permissions permissions,
        Map<String, String> api,
        Map<String, String> requires,
        List<String> neededBy,
        List<String> screenshots,
        String changes,
        List<Table> tables,
        List<Reference> offFor,
        String refusal) {

    /** @param rows −1 where counting them took too long */
    public record Table(String name, long rows) {}
}
