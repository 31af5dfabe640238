/** What a module's screens see of the host: slots to fill and the ground they stand on. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.6.0")
package org.sencrm.ui.api;
