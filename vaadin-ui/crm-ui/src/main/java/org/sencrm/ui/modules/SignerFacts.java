package org.sencrm.ui.modules;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.field.FactList;
import org.sencrm.ui.host.HostContext;

/** Who signed a package, to be compared with what the vendor says by another way. */
final class SignerFacts {

    private static final int PAIR = 2;

    private SignerFacts() {}

    /** @param signer null where it is not known yet */
    static void addTo(FactList facts, HostContext context, Modules.Signer signer) {
        if (signer == null) {
            facts.with(context.text("store.signer"), context.text("store.signer.unknown"));
            return;
        }
        Span fingerprint = new Span(inPairs(signer.fingerprint()));
        fingerprint.addClassName("fingerprint");
        facts.with(context.text("store.signer"), context.text("store.signer." + signer.kind(), signer.name()))
                .with(context.text("store.signer.fingerprint"), fingerprint)
                .with(
                        context.text("store.signer.validUntil"),
                        context.formats()
                                .day(signer.validUntil()
                                        .atZone(context.formats().zone())
                                        .toLocalDate()));
    }

    /** As other programs show a fingerprint: pairs with a colon between. */
    static String inPairs(String fingerprint) {
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < fingerprint.length(); i += PAIR) {
            pairs.append(i == 0 ? "" : ":").append(fingerprint, i, Math.min(i + PAIR, fingerprint.length()));
        }
        return pairs.toString().toUpperCase(Locale.ROOT);
    }
}
