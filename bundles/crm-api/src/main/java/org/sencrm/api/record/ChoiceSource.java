package org.sencrm.api.record;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives the options of a field whose choices live in data, such as the stages of a pipeline. Published as a service by
 * the module that owns the field, with the service property {@link #FIELD}. The answer is asked for often and must come
 * from memory; the order is the order in which people see it.
 */
@ConsumerType
public interface ChoiceSource {

    /** Service property: {@code type.field}, e.g. {@code opportunities.stage}. */
    String FIELD = "crm.field";

    List<Choice> choices(Locale locale);
}
