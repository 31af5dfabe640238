/** Who is calling, what that caller may do, and how a caller proves who they are. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.8.0")
package org.sencrm.api.access;
