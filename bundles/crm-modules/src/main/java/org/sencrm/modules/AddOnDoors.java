package org.sencrm.modules;

import java.net.Socket;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.text.Messages;

/**
 * The ways out of the product as add-ons see them: each add-on has its own, which counts for it. The border of services
 * shows them to add-ons in place of the product's, and to nobody else.
 */
@Component(
        service = {},
        immediate = true)
public final class AddOnDoors {

    private static final String FOR_THE_PRODUCT = "(!(" + ServicePlaces.FOR_ADD_ONS + "=*))";

    private final ModuleHost host;
    private final Outbox outbox;
    private final Outbound outbound;
    private final Messages messages;
    private final Quotas quotas;
    private final List<ServiceRegistration<?>> doors;

    @Activate
    public AddOnDoors(
            BundleContext context,
            @Reference ModuleHost host,
            @Reference(target = FOR_THE_PRODUCT) Outbox outbox,
            @Reference(target = FOR_THE_PRODUCT) Outbound outbound,
            @Reference(target = FOR_THE_PRODUCT) Mails mails,
            @Reference Messages messages) {
        this.host = host;
        this.outbox = outbox;
        this.outbound = outbound;
        this.messages = messages;
        this.quotas = host.quotas;
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(ServicePlaces.FOR_ADD_ONS, true));
        doors = List.of(
                context.registerService(
                        Outbox.class, new EachItsOwn<>(host, (module, location) -> outbox(module)), properties),
                context.registerService(Outbound.class, new EachItsOwn<>(host, this::outbound), properties),
                context.registerService(
                        Mails.class,
                        new EachItsOwn<>(host, (module, location) -> new CountedMails(module, mails, quotas, messages)),
                        properties));
    }

    @Deactivate
    void close() {
        doors.forEach(ServiceRegistration::unregister);
    }

    private Outbox outbox(String module) {
        return (kind, target, payload) -> {
            if (!quotas.takeParcel(module)) {
                throw new NotNow(
                        messages.text(Locale.ENGLISH, "modules.limit.parcels", module, quotas.limit(Quotas.PARCELS)));
            }
            return outbox.put(kind, target, payload);
        };
    }

    private Outbound outbound(String module, String location) {
        DeclaredHosts declared = new DeclaredHosts(module, host.hosts(module, location));
        return new Outbound() {
            @Override
            public Answer send(Request request) throws OutboundFailure {
                declared.check(request.address());
                if (!quotas.beginCall(module)) {
                    throw tooMany(module);
                }
                try {
                    return outbound.send(request);
                } finally {
                    quotas.endCall(module);
                }
            }

            @Override
            public Socket connect(String machine, int port, Duration longest) throws OutboundFailure {
                declared.check(machine, port);
                if (!quotas.beginCall(module)) {
                    throw tooMany(module);
                }
                try {
                    return outbound.connect(machine, port, longest);
                } finally {
                    quotas.endCall(module);
                }
            }

            @Override
            public void check(String address) throws OutboundFailure {
                declared.check(address);
                outbound.check(address);
            }
        };
    }

    private static OutboundFailure tooMany(String module) {
        return new OutboundFailure(OutboundFailure.Reason.TOO_MANY, "too many calls of module " + module);
    }

    /**
     * Makes a service for each bundle that asks.
     *
     * @param make of the module's id and the bundle's location
     */
    private record EachItsOwn<T>(ModuleHost host, BiFunction<String, String, T> make) implements ServiceFactory<T> {

        @Override
        public T getService(Bundle bundle, ServiceRegistration<T> registration) {
            return make.apply(host.platform.module(bundle.getLocation()), bundle.getLocation());
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<T> registration, T service) {
            // nothing is held for it
        }
    }
}
