/** Second factors: what people prove beside their password, kind by kind, each brought by a module. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.sencrm.api.signin;
