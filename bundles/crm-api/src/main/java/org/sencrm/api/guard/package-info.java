/** How the product protects itself from what a module does inside a call, and what it noticed. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package org.sencrm.api.guard;
