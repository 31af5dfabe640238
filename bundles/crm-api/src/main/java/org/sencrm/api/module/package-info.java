/** The modules of this installation and their life cycle. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.5.0")
package org.sencrm.api.module;
