/** Fields that administrators add to record types at run time. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.sencrm.api.field;
