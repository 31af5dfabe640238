/** Fields that come to record types at run time: those of administrators, and those that a module adds to types of others. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.sencrm.api.field;
