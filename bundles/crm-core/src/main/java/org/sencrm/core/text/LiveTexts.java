package org.sencrm.core.text;

import java.util.Map;

/** Takes texts that people write while the product runs, such as the labels of custom fields. */
public interface LiveTexts {

    /**
     * Puts these texts in the place of those that were kept for the owner before. A text of a bundle goes before them.
     *
     * @param texts by language and key; every text in every language of the product
     */
    void keep(String owner, Map<String, Map<String, String>> texts);
}
