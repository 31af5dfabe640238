package org.sencrm.sales;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.text.Messages;

/** The options of an opportunity's stage: the stages of all pipelines. */
@Component(property = ChoiceSource.FIELD + "=opportunities.stage")
public class StageChoices implements ChoiceSource {

    private final Stages stages;
    private final Messages messages;

    @Activate
    public StageChoices(@Reference Stages stages, @Reference Messages messages) {
        this.stages = stages;
        this.messages = messages;
    }

    @Override
    public List<Choice> choices(Locale locale) {
        return stages.all().stream()
                .map(stage -> new Choice(
                        stage.code(), label(locale, stage), stage.outcome().tone()))
                .toList();
    }

    /** The shipped stages are translated until an administrator gives them a name of their own. */
    private String label(Locale locale, StageFacts stage) {
        String key = "stages.code." + stage.code();
        boolean shipped = stage.name().equals(stage.code()) && messages.has(locale, key);
        return shipped ? messages.text(locale, key) : stage.name();
    }
}
