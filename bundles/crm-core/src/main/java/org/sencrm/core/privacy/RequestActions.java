package org.sencrm.core.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;

/** What can be done with a request, for scripts; the panel on its page does the same for people. */
abstract class RequestActions implements RecordAction {

    private static final String DIGEST = "plan";

    final PersonalData data;

    RequestActions(PersonalData data) {
        this.data = data;
    }

    /** The panel of the page offers it, with what belongs to it. */
    @Override
    public final boolean offered(Caller caller, RecordData record) {
        return false;
    }

    /** {@code {}} gives {@code {"job":"id"}}; the file hangs at the request once the job is done. */
    @Component(
            service = RecordAction.class,
            property = {
                RecordAction.TYPE + "=" + PersonalData.REQUESTS,
                RecordAction.NAME + "=export",
                RecordAction.PROOF + "=true"
            })
    public static final class Export extends RequestActions {

        @Activate
        public Export(@Reference PersonalData data) {
            super(data);
        }

        @Override
        public Object run(Caller caller, RecordData request, Map<String, Object> input) {
            return Map.of("job", Long.toString(data.export(caller, request.id()).id()));
        }
    }

    /** {@code {}} gives {@code {"plan":"…","lines":[…],"persons":[…],"alike":[…]}}. */
    @Component(
            service = RecordAction.class,
            property = {RecordAction.TYPE + "=" + PersonalData.REQUESTS, RecordAction.NAME + "=plan"})
    public static final class Plan extends RequestActions {

        @Activate
        public Plan(@Reference PersonalData data) {
            super(data);
        }

        @Override
        public Object run(Caller caller, RecordData request, Map<String, Object> input) {
            PersonalData.Plan plan = data.plan(caller, request.id());
            List<Map<String, Object>> lines = new ArrayList<>();
            plan.lines().forEach(line -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("type", line.type());
                members.put("what", line.what().code());
                members.put("records", line.records());
                members.put("files", line.files());
                members.put("comments", line.comments());
                members.put("reason", line.reason());
                lines.add(members);
            });
            return Map.of(
                    DIGEST,
                    plan.digest(),
                    "lines",
                    lines,
                    "persons",
                    named(plan.persons()),
                    "alike",
                    named(plan.alike()));
        }

        private static List<Map<String, Object>> named(List<org.sencrm.api.record.Reference> records) {
            List<Map<String, Object>> named = new ArrayList<>();
            records.forEach(record -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("type", record.type());
                members.put("id", Long.toString(record.id()));
                members.put("name", record.label());
                named.add(members);
            });
            return named;
        }
    }

    /** {@code {"plan":"…"}}, as the action {@code plan} gave it, gives {@code {"job":"id"}}. */
    @Component(
            service = RecordAction.class,
            property = {
                RecordAction.TYPE + "=" + PersonalData.REQUESTS,
                RecordAction.NAME + "=erase",
                RecordAction.PROOF + "=true"
            })
    public static final class Erase extends RequestActions {

        @Activate
        public Erase(@Reference PersonalData data) {
            super(data);
        }

        @Override
        public Object run(Caller caller, RecordData request, Map<String, Object> input) {
            String digest = String.valueOf(input.get(DIGEST));
            return Map.of(
                    "job",
                    Long.toString(data.erase(caller, request.id(), digest).id()));
        }
    }
}
