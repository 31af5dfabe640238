package org.sencrm.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.signin.OutsideSignIn;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.OutsideTrips;
import org.sencrm.ui.look.Brand;

/** Asks who sits at this browser. It also stands in for any page that somebody not signed in asks for. */
public final class SignInView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final TextField userName = new TextField();
    private final PasswordField password;
    private final Div problem = new Div();
    private final Div others = new Div();
    private final Element form = new Element("form");
    private transient CodeStep step;

    public SignInView(HostContext context) {
        this.context = context;
        password = PasswordInput.of(context, "signin.password", "current-password");
        addClassName("signin");
        configureFields();
        Main card = new Main(Brand.withName(context.text("product.name")), new H1(context.text("signin.title")));
        card.addClassName("card");
        form.executeJs("this.addEventListener('submit', event => event.preventDefault())");
        askPassword();
        card.getElement().appendChild(form);
        others.addClassName("stack");
        card.add(others);
        context.services().passwordLinks().ifPresent(links -> card.add(forgotten()));
        card.add(languages());
        add(card);
    }

    @Override
    public String getPageTitle() {
        return context.text("signin.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey(Addresses.ENDED)) {
            say(context.text("signin.ended"));
        }
        offerOthers();
        context.trips().news().ifPresent(this::tell);
    }

    private void offerOthers() {
        others.removeAll();
        context.services()
                .outsideSignIn()
                .map(OutsideSignIn::offered)
                .orElse(List.of())
                .forEach(offer -> others.add(other(offer)));
        others.setVisible(others.getComponentCount() > 0);
    }

    private Button other(OutsideSignIn.Offer offer) {
        Button other = new Button(
                context.text("signin.outside", offer.label()),
                event -> UI.getCurrent().getPage().setLocation(Addresses.outside(offer.provider(), context.wanted())));
        other.setWidthFull();
        return other;
    }

    private void tell(OutsideTrips.News news) {
        if (news.due() == null) {
            say(context.text(news.textKey()));
        } else {
            askSecondFactor(news.due());
        }
    }

    private void configureFields() {
        userName.setLabel(context.text("signin.userName"));
        userName.setAutofocus(true);
        userName.getElement().setAttribute("name", "username").setAttribute("autocapitalize", "none");
        userName.getElement().setAttribute("autocomplete", "username");
        password.getElement().setAttribute("name", "password");
        userName.addKeyPressListener(Key.ENTER, event -> signIn());
        password.addKeyPressListener(Key.ENTER, event -> signIn());
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
    }

    /** A real form, so that password managers see what they know; it is never sent by the browser itself. */
    private void askPassword() {
        Button submit = new Button(context.text("signin.submit"), event -> signIn());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        form.removeAllChildren();
        form.appendChild(problem.getElement(), userName.getElement(), password.getElement(), submit.getElement());
    }

    private Button forgotten() {
        Button forgotten = new Button(
                context.text("signin.forgotten"), event -> new ForgottenDialog(context, userName.getValue()).open());
        forgotten.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        forgotten.setWidthFull();
        return forgotten;
    }

    private Div languages() {
        Div languages = new Div();
        languages.addClassName("languages");
        languages
                .getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", context.text("signin.language"));
        for (Locale language : Messages.LOCALES) {
            boolean now = language.getLanguage().equals(context.locale().getLanguage());
            NativeButton button = new NativeButton(context.text("language." + language.getLanguage()));
            button.getElement().setAttribute("type", "button").setAttribute("lang", language.getLanguage());
            button.getElement().setAttribute("aria-pressed", String.valueOf(now));
            button.addClickListener(event -> {
                if (!now) {
                    context.preferences().switchLanguage();
                }
            });
            languages.add(button);
        }
        return languages;
    }

    private void signIn() {
        if (userName.isEmpty() || password.isEmpty()) {
            say(context.text("signin.missing"));
            return;
        }
        try {
            context.signIn(userName.getValue(), password.getValue().toCharArray());
        } catch (SecondFactorRequired due) {
            password.clear();
            askSecondFactor(due);
            return;
        } catch (Fault refused) {
            password.clear();
            password.focus();
            say(reason(refused));
            return;
        }
        leave();
    }

    /** Without a challenge nothing can be answered, and the message says why. */
    private void askSecondFactor(SecondFactorRequired due) {
        if (due.challenge() == null) {
            say(due.getMessage());
            return;
        }
        List<String> kinds = CodeStep.kinds(context, due);
        if (kinds.isEmpty()) {
            say(context.text("signin.code.none"));
            return;
        }
        problem.setVisible(false);
        form.removeAllChildren();
        form.appendChild(problem.getElement());
        step = new CodeStep(context, due, kinds, (kind, answer) -> answer(due.challenge(), kind, answer), this::say);
        step.show(form, () -> {
            problem.setVisible(false);
            askPassword();
        });
    }

    private void answer(String challenge, String kind, String code) {
        try {
            context.signIn(challenge, kind, code);
        } catch (Fault refused) {
            step.again();
            say(refused instanceof TooManyTries ? reason(refused) : wrong(kind));
            return;
        }
        leave();
    }

    /** In words of the kind's own where there are some. */
    private String wrong(String kind) {
        String own = "factor.wrong." + kind;
        return context.text(context.messages().has(context.locale(), own) ? own : "signin.code.refused");
    }

    private static void leave() {
        // loads the address anew: the page that was asked for, or home from the address of this page
        UI.getCurrent().getPage().reload();
    }

    /** In the language of this page: who refuses does not know yet which one the person speaks. */
    private String reason(Fault refused) {
        if (refused instanceof TooManyTries locked) {
            return context.text("signin.locked", locked.retryAfterMinutes());
        }
        return refused instanceof NotSignedIn ? context.text("signin.refused") : context.explain(refused);
    }

    private void say(String message) {
        problem.setText(message);
        problem.setVisible(!message.isEmpty());
    }
}
