package org.sencrm.ui.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.signin.ProofRequired;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.api.ModuleResources;
import org.sencrm.ui.api.ScreenContext;

/**
 * What a view works with besides the services: the person, the language, ways to other pages, notices, and work off the
 * UI thread. One for each browser tab; used on that tab's UI thread unless said otherwise.
 */
public final class HostContext implements ScreenContext {

    private final UI ui;
    private final HostServices services;
    private final HostParts parts;
    private String wanted = Addresses.HOME;

    private HostContext(UI ui, HostParts parts) {
        this.ui = ui;
        this.services = parts.services();
        this.parts = parts;
    }

    /** Gives a new tab its context. */
    public static HostContext open(UI ui, HostParts parts) {
        HostContext context = new HostContext(ui, parts);
        ComponentUtil.setData(ui, HostContext.class, context);
        ComponentUtil.setData(ui, ModuleResources.class, new TabResources(context));
        return context;
    }

    /** The context of the tab whose UI thread this is. */
    public static HostContext current() {
        return of(UI.getCurrent());
    }

    /** The context of a tab. */
    public static HostContext of(UI ui) {
        return ComponentUtil.getData(ui, HostContext.class);
    }

    public HostServices services() {
        return services;
    }

    /** Whether somebody is signed in at this tab; without that nothing but the sign-in page is shown. */
    public boolean isSignedIn() {
        return SignedIn.of(ui.getSession()).isPresent();
    }

    /** Whether the person has to agree to something before anything else is shown. */
    public boolean isHeldUp() {
        return parts.sessions().isHeldUp(ui.getSession());
    }

    /** Tells that this tab shows what the person has to agree to, or what is open to everybody. */
    public void markHeldUp() {
        HeldUp.mark(ui);
    }

    /** Tells that this tab shows something of the product. */
    public void clearHeldUp() {
        HeldUp.clear(ui);
    }

    @Override
    public Caller caller() {
        return SignedIn.of(ui.getSession())
                .map(person -> person.caller().speaking(locale()))
                .orElseThrow(() -> new IllegalStateException("nobody is signed in at this tab"));
    }

    /** What of the modules the person sees. */
    public Offers offers() {
        return new Offers(this);
    }

    /** How the person likes to see the product. */
    public Preferences preferences() {
        return new Preferences(ui.getSession(), services.settings());
    }

    /**
     * Proves who sits at this tab; what is shown next is up to the caller. Called in answer to an action of the person.
     *
     * @param password is overwritten
     * @throws org.sencrm.api.fault.Fault where nobody is signed in, with the reason
     */
    public void signIn(String userName, char[] password) {
        parts.sessions().begin(ui.getSession(), userName, password);
        preferences().signedIn();
    }

    /** The second step of it, where the first ended in a {@link org.sencrm.api.signin.SecondFactorRequired}. */
    public void signIn(String challenge, String kind, String answer) {
        parts.sessions().begin(ui.getSession(), challenge, kind, answer);
        preferences().signedIn();
    }

    /** Notes which page somebody asked for who is to sign in first. @param address relative to {@code /ui/} */
    public void want(String address) {
        wanted = address;
    }

    /** The address of that page, from the root of the server; of the home page where the sign-in page itself was asked for. */
    public String wanted() {
        return Addresses.UI + "/" + wanted;
    }

    /** Ways to providers outside at which somebody may sign in, and how those of this browser ended. */
    public OutsideTrips trips() {
        return OutsideTrips.of(ui.getSession());
    }

    @Override
    public <T> T stayingSignedIn(Supplier<T> work) {
        return parts.sessions().staying(ui.getSession(), work);
    }

    /**
     * Sets a password, which ends all sessions of that user but this one. Called in answer to an action of the person.
     *
     * @param current null for an administrator who sets somebody's; overwritten
     * @param next overwritten
     * @throws org.sencrm.api.fault.Fault where it is refused, with the reason
     */
    public void setPassword(long userId, char[] current, char[] next) {
        parts.sessions().setPassword(ui.getSession(), userId, current, next);
    }

    /** From where the request in hand comes, as seen by the server. Called in answer to an action of the person. */
    public String address() {
        return Sessions.address();
    }

    /** The number of this browser's session, see {@link org.sencrm.api.access.UserSessions}. */
    public long browser() {
        return SignedIn.of(ui.getSession()).orElseThrow().browser();
    }

    /** Lets sessions that were ended give way to the sign-in page now, and not in some seconds. Any thread. */
    public void endSessions() {
        parts.sessions().look();
    }

    /** Ends the session of this browser and shows the sign-in page. */
    public void signOut() {
        parts.sessions().end(ui.getSession());
    }

    /** The language of the tab, also while nobody is signed in. */
    @Override
    public Locale locale() {
        return ui.getLocale();
    }

    @Override
    public Records records() {
        return services.records();
    }

    @Override
    public RecordTypes types() {
        return services.types();
    }

    @Override
    public Messages messages() {
        return services.messages();
    }

    /** What people call a module; its id where it has no name. */
    public String moduleName(String module) {
        String key = "module." + module;
        return messages().has(locale(), key) ? text(key) : module;
    }

    /** How values are written for this person. */
    public Formats formats() {
        return new Formats(locale(), caller().zone(), messages());
    }

    @Override
    public String format(Object value) {
        return formats().any(value);
    }

    /** Whether the type is there and the person may do this with at least some of its records. */
    public boolean may(Right right, String type) {
        return services.types().find(type).isPresent() && services.access().may(caller(), right, type);
    }

    /** Whether a module is there for this person as far as roles go. */
    public boolean mayUse(String module) {
        return services.access().mayUse(caller(), module);
    }

    public boolean isAdministrator() {
        return services.access().isAdministrator(caller());
    }

    @Override
    public void open(Reference record) {
        ui.navigate(Addresses.record(record.type(), record.id()));
    }

    @Override
    public void openList(String type, String filter) {
        ui.navigate(Addresses.list(type), Addresses.filter(filter));
    }

    @Override
    public void inform(String message) {
        Notices.inform(this, message);
    }

    /** As {@link #inform}, with a button that takes back what was done. */
    public void informWithUndo(String message, Runnable undo) {
        Notices.informWithUndo(this, message, undo);
    }

    /** Tells the person what went wrong: the message of a fault, or a reference number for anything unexpected (logged). */
    public void report(Throwable failure) {
        Failures.report(this, failure);
    }

    /** As {@link #report}; where a proof is what is missing, asks the person for it and does the work again. */
    public void report(Throwable failure, Runnable again) {
        if (!asks(failure, again)) {
            report(failure);
        }
    }

    /**
     * Where a proof of who sits here is all that is missing, asks for it.
     *
     * @param again what was refused; it is done once more after the proof
     * @return false for any other failure, which is still to be told
     */
    public boolean asks(Throwable failure, Runnable again) {
        return asks(failure, again, () -> report(failure));
    }

    private boolean asks(Throwable failure, Runnable again, Runnable onCancelled) {
        return failure instanceof ProofRequired
                && services.proofs()
                        .map(proofs -> {
                            new ProofDialog(this, proofs, again, onCancelled).open();
                            return true;
                        })
                        .orElse(false);
    }

    @Override
    public void withProof(Runnable work) {
        try {
            work.run();
        } catch (ProofRequired due) {
            report(due, () -> withProof(work));
        }
    }

    /** What went wrong, in words for people, as {@link #report} tells it; anything unexpected is logged. */
    public String explain(Throwable failure) {
        return Failures.message(this, failure);
    }

    @Override
    public void whenChanged(Component component, String type, Runnable work) {
        parts.changes().whileAttached(ui, component, type, work);
    }

    /** As {@link #whenChanged(Component, String, Runnable)}, of one record, its files and its comments only. */
    public void whenChanged(Component component, Reference record, Runnable work) {
        parts.changes().whileAttached(ui, component, record, work);
    }

    @Override
    public <P extends Component & HasComponents, T> void fill(P place, Supplier<T> read, Consumer<T> show) {
        Filling<P> filling = Filling.begin(place);
        background(read, found -> filling.end(found, show), failure -> filling.fail(explain(failure)));
    }

    /** Runs the work when the person is told something, or has read it, on the UI thread, while attached. */
    public void whenNotified(Component component, Runnable work) {
        parts.notifications().whileAttached(ui, component, caller().userId(), work);
    }

    /** Runs the work when record types or anything that modules contribute came or went, on the UI thread, while attached. */
    public void whenModulesChanged(Component component, Runnable work) {
        parts.modules().whileAttached(ui, component, work);
    }

    /** Tells how a job of this person stands, now and again until it is over, on the UI thread, while attached. */
    public void followJob(Component component, long jobId, Consumer<Job> onJob) {
        new JobWatch(this, component, jobId, onJob).look();
    }

    /**
     * Does slow work off the UI thread and comes back with its result on the UI thread. Where a proof of who sits here is
     * missing, the person is asked for it and the work is done again; any other failure is reported as by {@link #report}. Nothing happens any more when the tab was closed meanwhile.
     *
     * @param work takes what it needs (the caller, texts) along and touches no component
     */
    public <T> void background(Supplier<T> work, Consumer<T> onUi) {
        background(work, onUi, this::report);
    }

    /** As {@link #background(Supplier, Consumer)}, with an answer of one's own to a failure, on the UI thread. */
    public <T> void background(Supplier<T> work, Consumer<T> onUi, Consumer<Throwable> onFailure) {
        parts.background().run(ui, work, onUi, failure -> {
            Runnable tell = () -> onFailure.accept(failure);
            if (!asks(failure, () -> background(work, onUi, onFailure), tell)) {
                tell.run();
            }
        });
    }
}
