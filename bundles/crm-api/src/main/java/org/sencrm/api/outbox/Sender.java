package org.sencrm.api.outbox;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gets parcels of one kind out of the product; published as a service with the property {@link #KIND}. While there is none,
 * parcels of its kind wait. Called outside of any transaction, for one parcel of a target at a time on this node, on
 * threads of the outbox that must not be interrupted. May be called again for a parcel that it already sent, after a crash
 * or where it took longer than {@link #LONGEST_SECONDS}. An exception counts as {@link Outcome.State#AGAIN}.
 */
@ConsumerType
public interface Sender {

    /** Service property: the kind of parcels. */
    String KIND = "crm.kind";

    /** After this long another node may take the parcel as abandoned. */
    int LONGEST_SECONDS = 120;

    /** A parcel is tried so often, with pauses that grow from a minute to twelve hours, and is then failed. */
    int MOST_TRIES = 8;

    Outcome send(Parcel parcel);
}
