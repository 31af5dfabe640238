/** What people whose data is kept allow, and what becomes of their data. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package org.sencrm.api.privacy;
