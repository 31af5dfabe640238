package org.sencrm.core.type;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.RecordTypes;

/** Publishes the record types as a service whose property tells of every change. */
@Component(
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.sencrm.api.record.RecordTypes\"",
        uses = RecordTypes.class)
public final class PublishedTypes {

    private final TypeRegistry types;
    private final Runnable follower = this::update;
    private final ServiceRegistration<RecordTypes> registration;
    private boolean closed;

    @Activate
    public PublishedTypes(@Reference TypeRegistry types, BundleContext context) {
        this.types = types;
        registration = context.registerService(RecordTypes.class, types, properties());
        types.follow(follower);
        update();
    }

    private synchronized void update() {
        if (!closed) {
            registration.setProperties(properties());
        }
    }

    private Dictionary<String, Object> properties() {
        return new Hashtable<>(Map.of(RecordTypes.VERSION, types.version()));
    }

    @Deactivate
    synchronized void close() {
        closed = true;
        types.leave(follower);
        registration.unregister();
    }
}
