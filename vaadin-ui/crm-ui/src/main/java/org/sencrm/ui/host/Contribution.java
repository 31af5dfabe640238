package org.sencrm.ui.host;

/**
 * Something that a module put into the screens.
 *
 * @param id the same for as long as it is there, and never again
 * @param module that it comes from, e.g. {@code crm-sales}
 * @param content behind the guard of the module
 */
public record Contribution<T>(long id, String module, T content) {}
