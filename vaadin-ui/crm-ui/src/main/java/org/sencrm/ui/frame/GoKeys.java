package org.sencrm.ui.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.ui.host.Addresses;

/** Which letter after {@code G} leads where: the first letter of the address that no earlier place has. */
final class GoKeys {

    private final Map<String, Place> byLetter = new LinkedHashMap<>();

    GoKeys(List<Place> places) {
        places.forEach(this::add);
    }

    Map<String, Place> byLetter() {
        return byLetter;
    }

    private void add(Place place) {
        // letters come from the address, so they are the same in every language
        String word = place.address().equals(Addresses.HOME)
                ? "home"
                : place.address().substring(place.address().lastIndexOf('/') + 1);
        for (int i = 0; i < word.length(); i++) {
            String letter = word.substring(i, i + 1);
            if (Character.isLetter(letter.charAt(0)) && !byLetter.containsKey(letter)) {
                byLetter.put(letter, place);
                return;
            }
        }
    }
}
