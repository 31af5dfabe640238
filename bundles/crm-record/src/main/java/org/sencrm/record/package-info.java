/** How a module declares a record type: one JPA entity that extends {@link org.sencrm.record.BaseRecord}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.5.0")
package org.sencrm.record;
