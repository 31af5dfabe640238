package org.sencrm.ui.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gets the answer of a second factor that people do not type, such as the signature of a security key; published as a
 * service. At the sign-in it stands in the place of the field for a code. A kind that needs options ({@link
 * org.sencrm.api.signin.FactorKind#options}) and has no such service is not offered on screens.
 *
 * <p>Nobody is signed in yet: the component has no caller and no records, and what it loads of {@code OSGI-INF/web/} lies in
 * {@code public/}. All methods are called on the UI thread of a browser tab, through the guard of the module; where one fails
 * the person is told so and may take another kind.
 *
 * <pre>{@code
 * @Component
 * public class ThumbInput implements FactorInput {
 *     public String kind() { return "thumb"; }
 *     public com.vaadin.flow.component.Component create(FactorQuestion question) {
 *         return new ThumbButton(question.text("acme.thumb"), question.options(), question::answer);
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface FactorInput {

    /** The kind for which it asks, as in {@link org.sencrm.api.signin.FactorKind#KIND}. */
    String kind();

    /** A new component for one sign-in. */
    Component create(FactorQuestion question);
}
