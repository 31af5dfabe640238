/** Mail that leaves the product: written down in the transaction of its cause, sent after the commit. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.sencrm.api.mail;
