/** Amounts in đồng as people say and write them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.sencrm.vietnam.money;
