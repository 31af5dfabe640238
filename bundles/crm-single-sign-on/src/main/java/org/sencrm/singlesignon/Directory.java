package org.sencrm.singlesignon;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.PasswordSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds somebody in the directory and tries the password in their name. Whoever is not there has a password tried as well, in
 * the name of an entry that nobody has: both ways take the same steps.
 */
@Component(service = {PasswordSource.class, Directory.class})
public final class Directory implements PasswordSource {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private static final int SECONDS = 5;

    /** One more than there may be. */
    private static final int MOST_FOUND = 2;

    /** The directory works and cannot say now whether a password is right. */
    private static final Set<ResultCode> BUSY = Set.of(ResultCode.BUSY, ResultCode.UNAVAILABLE);

    private final Settings settings;
    private final SecretSettings secrets;
    private final Outbound outbound;
    private final OwnThreads threads = new OwnThreads("single-sign-on.problem.tooSlow");

    @Activate
    public Directory(@Reference Settings settings, @Reference SecretSettings secrets, @Reference Outbound outbound) {
        this.settings = settings;
        this.secrets = secrets;
        this.outbound = outbound;
    }

    @Deactivate
    void close() {
        threads.close();
    }

    @Override
    public Optional<OutsideIdentity> judge(String userName, char[] password) {
        if (password.length == 0) {
            // without a password a directory lets everybody in, as nobody
            return Optional.empty();
        }
        try {
            return threads.call(() -> {
                Optional<DirectorySettings> directory = DirectorySettings.read(settings, secrets);
                return directory.isEmpty() ? Optional.empty() : judge(directory.get(), userName, password);
            });
        } catch (OutsideProblem e) {
            throw new Unavailable(e.getMessage());
        }
    }

    private Optional<OutsideIdentity> judge(DirectorySettings directory, String userName, char[] password)
            throws OutsideProblem {
        byte[] bytes = bytes(password);
        try (DirectoryLine line = DirectoryLine.open(outbound, directory, threads)) {
            List<Person> found = search(line.connection(), directory, userName);
            Person person = found.size() == 1 ? found.get(0) : null;
            String entry = person == null ? nobody(directory) : person.entry();
            boolean right = fits(line.connection(), entry, bytes);
            if (!right || person == null) {
                return Optional.empty();
            }
            if (person.id() == null) {
                LOG.warn("Somebody of the directory was refused: it tells no id that stays");
                return Optional.empty();
            }
            return Optional.of(person.identity(directory.base(), userName));
        } catch (LDAPException e) {
            throw DirectoryLine.problem(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Whom the directory finds by a name, without any password, to try out the settings.
     *
     * @return nobody, one, or two for several; empty where no directory is named
     */
    public Optional<List<Person>> look(String userName) throws OutsideProblem {
        return threads.call(() -> {
            Optional<DirectorySettings> directory = DirectorySettings.read(settings, secrets);
            return directory.isEmpty() ? Optional.empty() : Optional.of(look(directory.get(), userName));
        });
    }

    private List<Person> look(DirectorySettings directory, String userName) throws OutsideProblem {
        try (DirectoryLine line = DirectoryLine.open(outbound, directory, threads)) {
            return search(line.connection(), directory, userName);
        } catch (LDAPException e) {
            throw DirectoryLine.problem(e);
        }
    }

    /** What of these settings nobody could work with: their keys. */
    public Set<String> wrong(Map<String, String> values) throws OutsideProblem {
        return threads.call(() -> {
            Set<String> wrong = new HashSet<>();
            if (values.containsKey(DirectorySettings.BASE) && !DN.isValidDN(values.get(DirectorySettings.BASE))) {
                wrong.add(DirectorySettings.BASE);
            }
            if (!isFilter(values.getOrDefault(DirectorySettings.FILTER, ""))) {
                wrong.add(DirectorySettings.FILTER);
            }
            if (!GroupRoles.DIRECTORY.areLines(values.getOrDefault(DirectorySettings.ROLES, ""))) {
                wrong.add(DirectorySettings.ROLES);
            }
            return wrong;
        });
    }

    private static boolean isFilter(String filter) {
        try {
            Filter.create(filter.replace(DirectorySettings.PLACE, "name"));
            return filter.contains(DirectorySettings.PLACE);
        } catch (LDAPException e) {
            return false;
        }
    }

    private static List<Person> search(LDAPConnection connection, DirectorySettings directory, String userName)
            throws OutsideProblem, LDAPException {
        if (directory.bindName() != null) {
            bindAsProduct(connection, directory);
        }
        String filter = directory.filter().replace(DirectorySettings.PLACE, Filter.encodeValue(userName));
        SearchRequest question = new SearchRequest(
                directory.base(), SearchScope.SUB, Filter.create(filter), Person.attributes(directory.nameAttribute()));
        question.setSizeLimit(MOST_FOUND);
        question.setTimeLimitSeconds(SECONDS);
        return entries(connection, question).stream()
                // the root, of which a directory takes any password
                .filter(entry -> !entry.getDN().isBlank())
                .map(entry -> Person.of(entry, directory))
                .toList();
    }

    private static List<SearchResultEntry> entries(LDAPConnection connection, SearchRequest question)
            throws LDAPException {
        try {
            return connection.search(question).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode() == ResultCode.SIZE_LIMIT_EXCEEDED) {
                return e.getSearchEntries();
            }
            throw e;
        }
    }

    private static void bindAsProduct(LDAPConnection connection, DirectorySettings directory)
            throws OutsideProblem, LDAPException {
        try {
            connection.bind(new SimpleBindRequest(directory.bindName(), directory.bindPassword()));
        } catch (LDAPException e) {
            if (e.getResultCode().isConnectionUsable()) {
                throw new OutsideProblem(
                        "single-sign-on.problem.bind", "the directory refuses the name of the product", e);
            }
            throw e;
        }
    }

    private static boolean fits(LDAPConnection connection, String entry, byte[] password) throws LDAPException {
        try {
            return connection.bind(new SimpleBindRequest(entry, password)).getResultCode() == ResultCode.SUCCESS;
        } catch (LDAPException e) {
            if (!e.getResultCode().isConnectionUsable() || BUSY.contains(e.getResultCode())) {
                throw e;
            }
            return false;
        }
    }

    /** Name of an entry that is not there. */
    private static String nobody(DirectorySettings directory) throws LDAPException {
        return new DN(new RDN("cn", UUID.randomUUID().toString()), new DN(directory.base())).toString();
    }

    private static byte[] bytes(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
