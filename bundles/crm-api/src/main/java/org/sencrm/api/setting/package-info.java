/** Settings of the installation and of each user. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.sencrm.api.setting;
