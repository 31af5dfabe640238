package org.sencrm.ui.start;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.ComponentMetaData;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.Failures;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostParts;
import org.sencrm.ui.host.Preferences;
import org.sencrm.ui.light.LightPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flow's service with what it cannot find by itself inside OSGi: class loader, views, static files, sessions. */
final class HostServletService extends VaadinServletService {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HostServletService.class);
    private static final String RESOURCES = "/META-INF/resources";

    private final transient HostParts parts;

    HostServletService(VaadinServlet servlet, DeploymentConfiguration configuration, HostParts parts) {
        super(servlet, configuration);
        this.parts = parts;
    }

    @Override
    public void init() throws ServiceException {
        super.init();
        addSessionInitListener(this::begin);
        addSessionDestroyListener(event -> parts.sessions().closed(event.getSession()));
        addUIInitListener(event -> open(event.getUI()));
        setSystemMessagesProvider(this::systemMessages);
    }

    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(HostServletService.class.getClassLoader());
    }

    @Override
    protected Optional<Instantiator> loadInstantiators() {
        return Optional.of(new HostInstantiator(this, parts.services()) {

            private static final long serialVersionUID = 1L;

            @Override
            public Stream<IndexHtmlRequestListener> getIndexHtmlRequestListeners(
                    Stream<IndexHtmlRequestListener> others) {
                return Stream.concat(others, Stream.of(new PageGuard(parts.services())));
            }
        });
    }

    /** Flow asks the last handler first. */
    @Override
    protected List<RequestHandler> createRequestHandlers() throws ServiceException {
        List<RequestHandler> handlers = super.createRequestHandlers();
        handlers.add(new WebFileHandler(parts.services().bundles(), parts.sessions()));
        handlers.add(new LightPages(parts));
        handlers.add(new OutsideHandler(parts));
        handlers.add(new FileHandler(parts));
        handlers.add(parts.sessions().guard());
        return handlers;
    }

    /**
     * Flow registers one such listener per component class and never takes it back: the classes of a module that left
     * would stay in memory. {@link UiServlet#destroy} clears the same caches.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        if (listener.getClass().getName().startsWith(ComponentMetaData.class.getName())) {
            return () -> {};
        }
        return super.addServiceDestroyListener(listener);
    }

    /** Our pictures, and {@code vaadinPush.js} and the like of the runtime bundle: the servlet context shows neither. */
    @Override
    public URL getStaticResource(String path) {
        URL shown = super.getStaticResource(path);
        if (shown != null) {
            return shown;
        }
        URL own = HostServletService.class.getResource(RESOURCES + path);
        return own != null ? own : VaadinServlet.class.getResource(RESOURCES + path);
    }

    private void begin(SessionInitEvent event) {
        VaadinSession session = event.getSession();
        Locale browser = event.getRequest().getLocale();
        session.setLocale(Preferences.atFirst(parts.services().settings(), browser));
        session.setErrorHandler(error -> failed(error.getThrowable()));
        parts.sessions().opened(session);
    }

    private static void failed(Throwable failure) {
        UI ui = UI.getCurrent();
        if (failure instanceof IOException) {
            // the browser has gone before it had its answer, as when somebody leaves a page in a hurry
            LOG.debug("An answer could not be sent", failure);
        } else if (ui == null) {
            Failures.log(failure);
        } else {
            HostContext.of(ui).report(failure);
        }
    }

    private void open(UI ui) {
        speakAsAsked(ui);
        HostContext context = HostContext.open(ui, parts);
        ui.addBeforeEnterListener(new Gatekeeper());
        ui.getReconnectDialogConfiguration().setDialogText(context.text("connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(context.text("connection.gaveUp"));
    }

    /** The session may be a newer one than that which sent the page, as after signing out: it is told the language again. */
    private void speakAsAsked(UI ui) {
        String query = VaadinRequest.getCurrent().getParameter("query");
        if (query == null) {
            return;
        }
        List<String> asked =
                QueryParameters.fromString(query).getParameters().getOrDefault(Preferences.ASKED, List.of());
        asked.stream().findFirst().flatMap(Preferences::known).ifPresent(language -> {
            new Preferences(ui.getSession(), parts.services().settings()).speak(language);
            ui.setLocale(language);
        });
    }

    private SystemMessages systemMessages(SystemMessagesInfo info) {
        Messages texts = parts.services().messages();
        Locale locale = info.getLocale();
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        // an ended session loads its address anew, which leads to the sign-in page and back
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(texts.text(locale, "session.error"));
        messages.setInternalErrorMessage(texts.text(locale, "session.errorText"));
        messages.setCookiesDisabledCaption(texts.text(locale, "session.cookiesTitle"));
        messages.setCookiesDisabledMessage(texts.text(locale, "session.cookies"));
        return messages;
    }
}
