/** What leaves the product: written down in the transaction of the change that causes it, sent after the commit. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.sencrm.api.outbox;
