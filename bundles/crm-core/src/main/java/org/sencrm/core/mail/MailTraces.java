package org.sencrm.core.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.sencrm.api.mail.SentMail.State;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** What the list of mails tells of somebody who has to be forgotten. For the parts of the core that do it. */
public final class MailTraces {

    /** Stands in the place of a recipient who was forgotten. */
    static final String NOBODY = "***";

    /** The last part of the message that says why a mail on its way does not go. */
    static final String PROBLEM = "forgotten";

    /**
     * Takes the recipients out of the list, and lets no mail that is on its way go to them any more.
     *
     * @param addresses in lower case
     */
    public void forget(Connection connection, Collection<String> addresses) throws SQLException {
        if (!addresses.isEmpty()) {
            String waits = "case when STATE='" + State.WAITING + "' then '";
            Sql.of("update CORE_MAIL set RECIPIENT=?, SAID=null", NOBODY)
                    .add(", PROBLEM=" + waits + PROBLEM + "' else PROBLEM end")
                    .add(", STATE=" + waits + State.FAILED + "' else STATE end where lower(RECIPIENT) in ")
                    .list(ColumnType.TEXT, addresses)
                    .execute(connection);
        }
    }
}
