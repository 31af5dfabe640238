package org.sencrm.api.access;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that a module lets only some people do and that is no right on records, such as asking a service that costs
 * money. Published as a service with the property {@link #CODE}; it has no methods. Administrators have every permission;
 * others have it by a role that grants it, where it stands by its label: the message {@code permission.<code>} of the
 * module. Roles keep what they granted while the module is away. Code asks {@link Access#allows}.
 *
 * <pre>{@code
 * @Component(property = ModulePermission.CODE + "=acme.lookup")
 * public final class LookupPermission implements ModulePermission {}
 * ...
 * if (!access.allows(caller, "acme.lookup")) {
 *     throw new Forbidden(...);
 * }
 * }</pre>
 */
@ConsumerType
public interface ModulePermission {

    /** Service property: the code, or several, each unique in the product and at most 60 characters, without commas. */
    String CODE = "crm.permission";
}
