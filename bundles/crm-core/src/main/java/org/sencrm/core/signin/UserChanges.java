package org.sencrm.core.signin;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;
import org.sencrm.core.setting.StoredSettings;

/** Follows the users' records: who is switched off loses session and tokens, and of who is gone for good nothing stays. */
@Component(service = RecordListener.class)
public final class UserChanges implements RecordListener {

    private final UserDirectory directory;
    private final StoredSignIn signIn;
    private final StoredSettings settings;

    @Activate
    public UserChanges(
            @Reference UserDirectory directory, @Reference StoredSignIn signIn, @Reference StoredSettings settings) {
        this.directory = directory;
        this.signIn = signIn;
        this.settings = settings;
    }

    @Override
    public void changed(List<RecordChange> changes) {
        for (RecordChange change : changes) {
            if (change.type().equals("roles")) {
                directory.forgetAll();
            } else if (change.type().equals("users")) {
                directory.forget(change.id());
                if (change.kind() == Change.Kind.PURGED) {
                    signIn.forget(change.id());
                    settings.forget(change.id());
                } else if (change.kind() != Change.Kind.CREATED && !directory.isActive(change.id())) {
                    signIn.revokeTokens(change.id());
                }
            }
        }
    }
}
