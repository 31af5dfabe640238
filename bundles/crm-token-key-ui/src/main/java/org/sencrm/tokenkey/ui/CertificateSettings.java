package org.sencrm.tokenkey.ui;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.setting.Setting.Kind;
import org.sencrm.api.setting.Setting.Scope;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** Whose certificates count at the sign-in, and how one learns which were revoked; for administrators. */
@Component
public final class CertificateSettings implements SettingsPage {

    static final String AUTHORITIES = "tokenKey.authorities";
    static final String LIST = "tokenKey.revocationList";
    static final String ADDRESSES = "tokenKey.revocationAddresses";
    static final String VOUCHER = "tokenKey.voucher";

    /** As much as a setting holds: some five certificates. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(8000);

    private static final int SHORTEST_VOUCHER = 32;

    private final Outbound outbound;

    @Activate
    public CertificateSettings(@Reference Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public String path() {
        return "token-key-certificates";
    }

    @Override
    public String icon() {
        return "shield";
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                pem(AUTHORITIES),
                Setting.longText(ADDRESSES),
                pem(LIST),
                Setting.choice("tokenKey.withoutRevocationList", "refuse", "accept")
                        .otherwise("refuse")
                        .required(),
                Setting.secret(VOUCHER));
    }

    private static Setting pem(String key) {
        return new Setting(key, Kind.LONG_TEXT, Scope.COMPANY, null, false, null, LONGEST, List.of());
    }

    @Override
    public List<FieldError> check(ScreenContext context, Map<String, String> values) {
        List<FieldError> errors = new ArrayList<>();
        if (values.containsKey(AUTHORITIES) && !areAuthorities(values.get(AUTHORITIES))) {
            errors.add(error(context, AUTHORITIES));
        }
        if (values.containsKey(LIST) && !isList(values.get(LIST))) {
            errors.add(error(context, LIST));
        }
        values.getOrDefault(ADDRESSES, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(address -> check(context, address, errors));
        if (values.containsKey(VOUCHER) && values.get(VOUCHER).length() < SHORTEST_VOUCHER) {
            errors.add(error(context, VOUCHER));
        }
        return errors;
    }

    private void check(ScreenContext context, String address, List<FieldError> errors) {
        try {
            outbound.check(address);
        } catch (OutboundFailure refused) {
            String code = refused.reason().code();
            errors.add(new FieldError(ADDRESSES, code, context.text("outbound." + code)));
        }
    }

    private static FieldError error(ScreenContext context, String key) {
        return new FieldError(key, "wrong", context.text("setting." + key + ".wrong"));
    }

    private static boolean areAuthorities(String pem) {
        try {
            Collection<X509Certificate> read = certificates().generateCertificates(bytes(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            return !read.isEmpty() && read.stream().allMatch(each -> each.getBasicConstraints() >= 0);
        } catch (CertificateException unreadable) {
            return false;
        }
    }

    private static boolean isList(String pem) {
        try {
            return !certificates().generateCRLs(bytes(pem)).isEmpty();
        } catch (CertificateException | CRLException unreadable) {
            return false;
        }
    }

    private static CertificateFactory certificates() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    private static ByteArrayInputStream bytes(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
    }
}
