/** Search across record types, and the index behind it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.sencrm.api.search;
