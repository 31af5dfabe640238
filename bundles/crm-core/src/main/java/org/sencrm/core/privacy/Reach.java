package org.sencrm.core.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.record.Reference;
import org.sencrm.core.value.Digest;

/**
 * All records that are about a person. None is among the living, the gone and the kept at once.
 *
 * @param persons living records that are the person
 * @param buried records that are the person and lie in the trash; they are among those that go
 * @param gone records that are about the person alone, or in the trash
 * @param kept records that point to the person and are about something else
 * @param alike records that may be the person, which nobody touches; they are among none of the others
 */
record Reach(
        Set<Reference> persons, Set<Reference> buried, Set<Reference> gone, Set<Reference> kept, Set<Reference> alike) {

    int size() {
        return persons.size() + gone.size() + kept.size();
    }

    /** All of them, the persons first. */
    List<Reference> all() {
        List<Reference> all = new ArrayList<>(persons);
        all.addAll(kept);
        all.addAll(gone);
        return all;
    }

    /** The records that are the person, wherever they are. */
    List<Reference> people() {
        List<Reference> people = new ArrayList<>(persons);
        people.addAll(buried);
        return people;
    }

    /** The same for the same records, and for no others. */
    String digest() {
        return Digest.sha256(names(persons) + '/' + names(gone) + '/' + names(kept));
    }

    private static String names(Collection<Reference> records) {
        Set<String> names = new TreeSet<>();
        records.forEach(record -> names.add(record.type() + ':' + record.id()));
        return String.join(",", names);
    }
}
