/** What people say about records, who follows which, and what they are told of it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.4.0")
package org.sencrm.api.talk;
