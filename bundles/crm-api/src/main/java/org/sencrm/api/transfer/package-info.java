/** Import and export of records as files. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.sencrm.api.transfer;
