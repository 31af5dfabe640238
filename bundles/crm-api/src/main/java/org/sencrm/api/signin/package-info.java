/**
 * Second factors: what people prove beside their password, kind by kind, each brought by a module; and directories outside the
 * product that know people's passwords, and providers at which people sign in, brought by modules, too.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.sencrm.api.signin;
