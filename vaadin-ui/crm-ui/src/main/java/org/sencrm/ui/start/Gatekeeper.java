package org.sencrm.ui.start;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.policy.PolicyView;
import org.sencrm.ui.signin.PasswordView;
import org.sencrm.ui.signin.SignInView;

/**
 * Lets nobody who has not signed in reach any page: the sign-in page takes its place under the same address, so that
 * loading the address again after the sign-in leads where the person wanted to go. So it is with what somebody has to
 * agree to first. Only the page where a link from a mail leads is open to everybody.
 */
final class Gatekeeper implements BeforeEnterListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean signedIn = HostContext.of(event.getUI()).isSignedIn();
        if (event.getNavigationTarget() == PasswordView.class) {
            HostContext.of(event.getUI()).markHeldUp();
            return;
        }
        boolean toSignIn = event.getNavigationTarget() == SignInView.class;
        if (!signedIn && !toSignIn) {
            // the way of the sign-in page itself says nothing of it
            HostContext.of(event.getUI()).want(event.getLocation().getPathWithQueryParameters());
            event.rerouteTo(SignInView.class);
        } else if (signedIn && HostContext.of(event.getUI()).isHeldUp()) {
            if (event.getNavigationTarget() != PolicyView.class) {
                event.rerouteTo(PolicyView.class);
            }
        } else if (signedIn && (toSignIn || event.getNavigationTarget() == PolicyView.class)) {
            event.forwardTo(Addresses.HOME);
        } else {
            HostContext.of(event.getUI()).clearHeldUp();
        }
    }
}
