/** What can go wrong in a way that the caller can act on. Every fault carries a message for people, in the caller's language. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package org.sencrm.api.fault;
