/** Record types, records, and the one service through which everything reads and changes them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.5.0")
package org.sencrm.api.record;
