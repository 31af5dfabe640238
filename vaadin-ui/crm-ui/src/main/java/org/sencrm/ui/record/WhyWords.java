package org.sencrm.ui.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.api.access.Explanation;
import org.sencrm.api.access.Explanation.Because;
import org.sencrm.api.access.Explanation.Reason;
import org.sencrm.api.access.Explanation.Refusal;
import org.sencrm.api.access.Explanation.Why;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/** An explanation in sentences, one for each reason, however many rights it gives. */
final class WhyWords {

    private final HostContext context;
    private final RecordType type;

    WhyWords(HostContext context, RecordType type) {
        this.context = context;
        this.type = type;
    }

    List<String> of(Explanation explanation) {
        List<String> sentences = new ArrayList<>();
        Map<Reason, List<Right>> reasons = new LinkedHashMap<>();
        explanation
                .reasons()
                .forEach(reason -> reasons.computeIfAbsent(anyRight(reason), same -> new ArrayList<>())
                        .add(reason.right()));
        reasons.forEach((reason, rights) -> sentences.add(sentence(reason, rights)));
        Map<Why, List<Right>> refusals = explanation.refusals().stream()
                .collect(Collectors.groupingBy(
                        Refusal::why, LinkedHashMap::new, Collectors.mapping(Refusal::right, Collectors.toList())));
        refusals.forEach((why, rights) -> sentences.add(context.text("why.not." + word(why), words(rights))));
        explanation.totals().forEach(role -> sentences.add(context.text("why.totals", context.format(role))));
        if (!explanation.hiddenFields().isEmpty()) {
            sentences.add(context.text("why.hidden", fields(explanation.hiddenFields())));
        }
        return sentences;
    }

    /** The reason whatever right it gives. */
    private static Reason anyRight(Reason reason) {
        return new Reason(null, reason.role(), reason.scope(), reason.because(), reason.through());
    }

    private String sentence(Reason reason, List<Right> rights) {
        String key = "why." + word(reason.because())
                + (reason.because() == Because.SHARED ? "." + reason.through().type() : "");
        return context.text(key, words(rights), context.format(reason.role()), context.format(reason.through()));
    }

    private String words(List<Right> rights) {
        return rights.stream()
                .distinct()
                .map(right -> context.text("why.right." + right.code()))
                .collect(Collectors.joining(", "));
    }

    private String fields(Collection<String> names) {
        return names.stream()
                .map(name -> context.messages().field(context.locale(), type.name(), name))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
