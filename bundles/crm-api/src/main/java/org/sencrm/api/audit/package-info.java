/** What people did here, written down in a chain that shows whether anybody changed it afterwards. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.sencrm.api.audit;
