package org.sencrm.tokenkey;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.Factors;

/**
 * The life of a key: issued, assigned, active, and one of three ends. What ends takes the second factor with it, and all that
 * the factor opened. A key that is still there after its end goes back into the drawer, as if it were new.
 */
@Component(property = RecordHook.TYPE + "=tokenkeys")
public final class KeyRules implements RecordHook {

    private static final String STATE = "state";
    private static final String HOLDER = "holder";
    private static final Set<String> OF_ITS_USE =
            Set.of("factor", "lastUsedAt", "validUntil", "certificate", "replacedBy", "reason");
    private static final Set<String> AT_FIRST = Set.of(KeyState.ISSUED, KeyState.ASSIGNED);

    private final Factors factors;
    private final Settings settings;
    private final KeyFacts facts;

    @Activate
    public KeyRules(@Reference Factors factors, @Reference Settings settings, @Reference KeyFacts facts) {
        this.factors = factors;
        this.settings = settings;
        this.facts = facts;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (draft.get("kind") == null) {
            draft.set("kind", WebAuthn.WORD); // what the company buys; an app is chosen
        }
        boolean back = isBack(draft);
        if (back) {
            draft.set(HOLDER, null);
            OF_ITS_USE.forEach(field -> draft.set(field, null));
        }
        follow(draft);
        if (facts.current() != null) {
            take(draft, facts.current());
        } else if (draft.isNew()) {
            begin(draft);
        } else if (!back) {
            checkStep(draft);
        }
    }

    private static boolean isBack(Draft draft) {
        return KeyState.comesBack(draft.old(STATE))
                && KeyState.ISSUED.equals(draft.get(STATE))
                && (draft.get(HOLDER) == null || !draft.changed(HOLDER));
    }

    /** Who gets a key has it assigned; a key that is taken back before it was used is in the drawer again. */
    private static void follow(Draft draft) {
        Object state = draft.get(STATE);
        boolean held = draft.get(HOLDER) != null;
        if (state == null || state.equals(KeyState.ISSUED) && held || state.equals(KeyState.ASSIGNED) && !held) {
            draft.set(STATE, held ? KeyState.ASSIGNED : KeyState.ISSUED);
        }
    }

    private static void take(Draft draft, Factor factor) {
        draft.set("factor", Long.toString(factor.id()));
        draft.set("lastUsedAt", factor.lastUsedAt());
        draft.set("validUntil", factor.validUntil());
        draft.set("certificate", certificate(factor.facts()));
    }

    /** Null for a factor that is none. */
    private static String certificate(Map<String, String> facts) {
        return facts.isEmpty()
                ? null
                : String.join("\n", facts.get("subject"), facts.get("issuer"), facts.get("serial"));
    }

    private void begin(Draft draft) {
        if (!AT_FIRST.contains(draft.get(STATE).toString())) {
            draft.refuse(STATE, "tokenkeys.state.first");
        }
        if (draft.get("cost") == null) {
            draft.set("cost", KeyPrice.now(settings));
        }
        if (draft.get("name") == null && draft.get("serial") != null) {
            draft.set("name", draft.get("serial"));
        }
    }

    private static void checkStep(Draft draft) {
        Object before = draft.old(STATE);
        if (KeyState.isEnded(before) && (draft.changed(STATE) || draft.changed(HOLDER))) {
            draft.refuse(STATE, "tokenkeys.state.ended");
        } else if (KeyState.ACTIVE.equals(before) && draft.changed(HOLDER)) {
            draft.refuse(HOLDER, "tokenkeys.holder.active");
        } else if (draft.changed(STATE) && !isStep(before, draft.get(STATE))) {
            draft.refuse(STATE, "tokenkeys.state.byItself");
        }
    }

    /** A key becomes active when its holder confirms it, and is taken out of use only by an end. */
    private static boolean isStep(Object before, Object after) {
        return KeyState.isEnded(after) || !KeyState.ACTIVE.equals(before) && AT_FIRST.contains(after.toString());
    }

    @Override
    public void afterSave(Draft draft) {
        if (draft.changed(STATE)
                && KeyState.isEnded(draft.get(STATE))
                && draft.get("factor") instanceof String factor) {
            factors.revoke(draft.caller(), Long.parseLong(factor));
        }
    }

    @Override
    public void beforeDelete(Draft draft) {
        if (KeyState.ACTIVE.equals(draft.old(STATE))) {
            draft.refuse(null, "tokenkeys.delete.active");
        }
    }
}
