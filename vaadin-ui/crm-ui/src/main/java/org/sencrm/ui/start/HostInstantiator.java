package org.sencrm.ui.start;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.server.VaadinService;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;

/** Creates the host's own views, so that each gets its services by constructor. */
class HostInstantiator extends DefaultInstantiator {

    private static final long serialVersionUID = 1L;

    private final transient HostServices services;

    HostInstantiator(VaadinService service, HostServices services) {
        super(service);
        this.services = services;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        if (type.getClassLoader() != HostInstantiator.class.getClassLoader()) {
            return super.getOrCreate(type);
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(this::argument)
                .toArray();
        try {
            return type.cast(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs one public constructor", e);
        }
    }

    private Object argument(Class<?> type) {
        if (type == HostServices.class) {
            return services;
        }
        if (type == HostContext.class) {
            return HostContext.of(UI.getCurrent());
        }
        throw new IllegalStateException("a view is given HostServices and HostContext, not " + type.getName());
    }
}
