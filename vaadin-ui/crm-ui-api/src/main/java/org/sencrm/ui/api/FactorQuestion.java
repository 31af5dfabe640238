package org.sencrm.ui.api;

import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A second factor asked for at the sign-in. Belongs to one browser tab; used on that tab's UI thread. */
@ProviderType
public interface FactorQuestion {

    /** What is needed for an answer, as the kind told it; texts, numbers, lists and maps of them by name. */
    Map<String, Object> options();

    Locale locale();

    /** A message in the language of the page. */
    String text(String key, Object... arguments);

    /** Gives the answer. A right one signs in and leaves the page; a wrong one is told by the page, and another may follow. */
    void answer(String answer);

    /** Tells the person, in the language of the page, why there is no answer. */
    void say(String message);
}
