/** Records that may be one and the same: finding them, making one of two, and taking that back. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.sencrm.api.duplicate;
