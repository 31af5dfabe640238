package org.sencrm.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a record type on its entity; see {@link org.sencrm.api.record.RecordType} for what each part means. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CrmRecord {

    /** Plural, lower case: the name in addresses, filters and message keys. */
    String name();

    /** Name of the text field that names a record. */
    String label() default "name";

    /** Name of an icon of the product's family. */
    String icon() default "file";

    /** Message key of the group in the navigation; empty to stay out of it. */
    String group() default "";

    /** Place within the group, small first. */
    int order() default 100;

    /** Choice field that gives the columns of a board; empty for none. */
    String board() default "";

    /** Whether only administrators have it unless a role grants it by name. */
    boolean administrative() default false;

    /**
     * Whether whoever makes, changes or deletes one at a browser has to have proved lately who they are; for what decides
     * about the rights of people, or about what leaves the company.
     */
    boolean proof() default false;

    /**
     * Whether each record is a person, so that consents, requests about their data and their erasure concern it; see {@link
     * org.sencrm.api.record.RecordType#isPerson}.
     *
     * @since 1.5
     */
    boolean person() default false;

    /**
     * Why a record stays when the person to whom it points is erased, such as a duty to keep books: key of a message that the
     * certificate of the erasure says. Empty where it stays only as it is the company's own work.
     *
     * @since 1.5
     */
    String keptBecause() default "";
}
