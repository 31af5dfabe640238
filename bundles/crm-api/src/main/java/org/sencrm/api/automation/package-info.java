/** What happens by itself when records change: triggers and actions that modules add, and what administrators made of them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.sencrm.api.automation;
