package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.ContributedField.Trait;
import org.sencrm.api.field.CustomField;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the fields that modules offer their place in the registry and their columns, once, and shows them in the type. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Database database;
    private final TypeRegistry types;
    private final ContributedFields contributed;
    private final Columns columns;
    private final TableChange change;
    private final FieldTable table = new FieldTable();
    private final TakenValues taken = new TakenValues();

    Settlement(
            Database database, TypeRegistry types, ContributedFields contributed, Columns columns, TableChange change) {
        this.database = database;
        this.types = types;
        this.contributed = contributed;
        this.columns = columns;
        this.change = change;
    }

    /** Looks at all that is offered for the type; for a type that is away there is nothing to do yet. */
    void settle(String typeName) {
        StoredType declared = types.declared(typeName).orElse(null);
        if (declared == null) {
            return;
        }
        List<Definition> kept = database.read(connection -> table.of(connection, typeName));
        List<Offer> open = contributed.of(typeName).stream()
                .filter(offer -> isPossible(offer, declared, kept))
                .filter(Predicate.not(offer -> isSettled(offer, kept)))
                .toList();
        if (!open.isEmpty()) {
            change.run(Caller.system(), declared, connection -> {
                table.count(connection, typeName);
                for (Offer offer : open) {
                    settle(connection, declared, offer);
                }
                return null;
            });
        }
        types.refresh(typeName);
    }

    private boolean isPossible(Offer offer, StoredType declared, List<Definition> kept) {
        Optional<String> flaw = offer.flaw().or(() -> clash(offer, declared, kept));
        flaw.ifPresent(reason -> contributed.refuse(offer, reason));
        return flaw.isEmpty();
    }

    private static Optional<String> clash(Offer offer, StoredType declared, List<Definition> kept) {
        String name = offer.field().name();
        if (declared.declared().group().isEmpty()) {
            return Optional.of("the type belongs to the product's own administration");
        } else if (declared.isTaken(name)) {
            return Optional.of("the type has a field of that name");
        }
        Optional<Definition> holder = holder(name, kept);
        if (holder.isEmpty()) {
            return kept.size() < StoredCustomFields.MOST_FIELDS
                    ? Optional.empty()
                    : Optional.of("the type has too many fields");
        } else if (holder.get().isCustom()) {
            return Optional.of("an administrator made a custom field of that name");
        } else if (!offer.means(holder.get())) {
            return Optional.of("the name belongs to module " + holder.get().module());
        }
        return offer.fits(holder.get())
                ? Optional.empty()
                : Optional.of("its values are stored as "
                        + holder.get().field().kind().code() + " and cannot be read as the kind that is offered now");
    }

    private static Optional<Definition> holder(String name, List<Definition> kept) {
        return kept.stream()
                .filter(field -> field.field().name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Doubles that keep a field from being unique are looked for again only when its module comes again. */
    private static boolean isSettled(Offer offer, List<Definition> kept) {
        return holder(offer.field().name(), kept)
                .filter(field -> {
                    CustomField stored = field.field();
                    CustomField wanted = offer.kept(offer.field().is(Trait.UNIQUE), stored.version());
                    return wanted.equals(stored);
                })
                .isPresent();
    }

    private void settle(Connection connection, StoredType type, Offer offer) throws SQLException {
        Optional<Definition> holder = holder(offer.field().name(), table.of(connection, type.name()));
        boolean unique = offer.field().is(Trait.UNIQUE);
        if (holder.isEmpty()) {
            Definition made = new Definition(Ids.next(), offer.kept(unique, 1), null, null, offer.module());
            table.insert(connection, columns.give(connection, type, made));
            LOG.info("{} has the field {} of module {} now", type, offer.field().name(), offer.module());
        } else if (offer.means(holder.get())) {
            update(connection, type, offer, holder.get());
        }
    }

    private void update(Connection connection, StoredType type, Offer offer, Definition kept) throws SQLException {
        boolean was = kept.field().unique();
        boolean unique = offer.field().is(Trait.UNIQUE);
        if (unique && !was) {
            Definition wanted = kept.with(offer.kept(true, 0));
            unique = taken.take(connection, type, wanted.stored()).isEmpty();
            if (!unique) {
                LOG.error(
                        "The field {}.{} cannot be unique yet: records share a value",
                        type,
                        offer.field().name());
            }
        } else if (was && !unique) {
            taken.release(connection, type.name(), offer.field().name());
        }
        table.update(connection, kept.with(offer.kept(unique, kept.field().version() + 1)));
    }
}
