package org.sencrm.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.ModulePermission;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.text.Messages;

/** The permissions that modules declare now, for roles to grant. Of the services nothing is asked but their properties. */
@Component(property = ChoiceSource.FIELD + "=roles.grants")
public final class GrantChoices implements ChoiceSource {

    private final Messages messages;
    private final Map<Object, List<String>> declared = new ConcurrentHashMap<>();

    @Activate
    public GrantChoices(@Reference Messages messages) {
        this.messages = messages;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<ModulePermission> permission) {
        add(permission, permission.getProperty(ModulePermission.CODE));
    }

    void unbind(ServiceReference<ModulePermission> permission) {
        declared.remove(permission);
    }

    /** @param codes one or several */
    public void add(Object key, Object codes) {
        Stream<?> all = codes instanceof Object[] several ? Arrays.stream(several) : Stream.ofNullable(codes);
        declared.put(key, all.map(String::valueOf).toList());
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return declared.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .map(code -> new Choice(code, label(locale, code), "neutral"))
                .toList();
    }

    private String label(Locale locale, String code) {
        String key = "permission." + code;
        return messages.has(locale, key) ? messages.text(locale, key) : code;
    }
}
