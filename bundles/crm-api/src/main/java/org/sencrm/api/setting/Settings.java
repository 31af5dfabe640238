package org.sencrm.api.setting;

import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * Settings of the installation and of each user: short texts by key, kept in the database and read from memory. Keys are
 * lower case words with dots, beginning with the module's word; {@code company.*} belongs to the product.
 */
@ProviderType
public interface Settings {

    /** ISO 4217 code of the currency in which the company counts. */
    String CURRENCY = "company.currency";
    /** Name of the company. */
    String COMPANY = "company.name";
    /** IANA name of the time zone in which the company works. */
    String ZONE = "company.zone";
    /**
     * Where people open the product, e.g. {@code https://crm.example.com}, with which links in mails begin; none until an
     * administrator sets it.
     *
     * @since 1.2
     */
    String ADDRESS = "company.address";
    /** Language tag of a user who has not chosen one. */
    String LANGUAGE = "company.language";

    /**
     * The value; where nobody decided, what holds in the product until then, as for currency, zone and language; else the
     * one given.
     */
    String get(String key, String otherwise);

    /** ISO 4217 code of the currency in which the company counts; never null. */
    default String currency() {
        return get(CURRENCY, null);
    }

    /** Only administrators; null takes the setting away. */
    void set(Caller caller, String key, String value);

    /** A setting of the caller's own, else the one given. */
    String own(Caller caller, String key, String otherwise);

    void setOwn(Caller caller, String key, String value);
}
