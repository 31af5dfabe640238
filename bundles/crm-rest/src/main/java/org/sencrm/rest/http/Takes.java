package org.sencrm.rest.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The query parameters that a resource method takes. One without this mark takes none. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Takes {

    String[] value() default {};

    /** Whether the method takes names of fields besides, and checks them itself. */
    boolean fields() default false;
}
