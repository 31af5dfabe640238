package org.sencrm.api.outbox;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where everything waits that has to leave the product: webhooks, mail, messages. What is put here inside a transaction
 * ({@link org.sencrm.api.record.Records#inTransaction}, a hook) leaves exactly when that transaction is committed, and
 * leaves at least once whatever happens to the machine afterwards. Nobody waits for it. Thread safe.
 */
@ProviderType
public interface Outbox {

    /**
     * Puts a parcel in; the {@link Sender} of its kind is given it soon after the commit.
     *
     * @param kind which sender takes it, e.g. {@code webhook}; at most 40 characters
     * @param target to whom it goes, at most 100 characters: what is for one target leaves one after the other, oldest
     *     first, and a slow target holds up nothing but itself
     * @param payload what the sender needs: maps, lists, strings, whole numbers, booleans and nulls; no secrets
     * @return id of the parcel
     */
    long put(String kind, String target, Map<String, ?> payload);
}
