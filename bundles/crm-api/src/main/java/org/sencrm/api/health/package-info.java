/** How the parts of the product say whether they are well. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.sencrm.api.health;
