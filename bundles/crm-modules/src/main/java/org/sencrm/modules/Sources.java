package org.sencrm.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.module.ModuleRepository;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.pack.Offer;
import org.sencrm.modules.pack.Repositories;

/** The places where modules come from, as an administrator sees and keeps them. */
final class Sources {

    private final Repositories repositories;
    private final Settings settings;
    private final Messages messages;

    Sources(Repositories repositories, Settings settings, Messages messages) {
        this.repositories = repositories;
        this.settings = settings;
        this.messages = messages;
    }

    List<ModuleRepository> all(Locale locale) {
        return repositories.answers().stream()
                .map(answer -> repository(answer, locale))
                .toList();
    }

    ModuleRepository add(Caller caller, String place) {
        String wanted = place.strip();
        Repositories.Answer answer = repositories.ask(wanted);
        if (answer.problem() != null) {
            throw new InvalidRequest(answer.problem().in(caller.locale(), messages));
        }
        List<String> places = places();
        if (!places.contains(wanted)) {
            places.add(wanted);
            store(caller, places);
        }
        return repository(answer, caller.locale());
    }

    void remove(Caller caller, String place) {
        List<String> places = places();
        if (places.remove(place)) {
            store(caller, places);
        }
    }

    private List<String> places() {
        return new ArrayList<>(Repositories.places(settings.get(Repositories.SETTING, "")));
    }

    private void store(Caller caller, List<String> places) {
        settings.set(caller, Repositories.SETTING, places.isEmpty() ? null : String.join("\n", places));
    }

    private ModuleRepository repository(Repositories.Answer answer, Locale locale) {
        return new ModuleRepository(
                answer.place(),
                answer.problem() == null ? null : answer.problem().in(locale, messages),
                answer.offers().stream().map(offer -> offered(offer, locale)).toList());
    }

    private static ModuleRepository.Package offered(Offer offer, Locale locale) {
        return new ModuleRepository.Package(
                offer.id(), offer.version(), offer.vendor(), offer.label(locale), offer.size());
    }
}
