/** Files that belong to records, and the store in which their bytes lie. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.sencrm.api.file;
