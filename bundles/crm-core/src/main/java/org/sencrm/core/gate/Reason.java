package org.sencrm.core.gate;

import org.sencrm.api.access.Explanation.Because;
import org.sencrm.api.record.Reference;

/**
 * Why somebody has a right to a record.
 *
 * @param role whose line grants it, with its name; null where no role is needed
 * @param scope of the role's line, as roles write it; null where no role is needed
 * @param through the team whose record it is, or the user or team that it is shared with, name or not; null where that says nothing
 */
public record Reason(Because because, Reference role, String scope, Reference through) {}
