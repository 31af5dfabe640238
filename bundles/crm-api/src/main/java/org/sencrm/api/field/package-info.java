/**
 * Record types and fields that come at run time: those of administrators, and fields that a module adds to types of others;
 * rules and layouts.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.4.0")
package org.sencrm.api.field;
