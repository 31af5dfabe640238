package org.sencrm.tokenkey;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a security key and what is looked at in its answer, by the rules of WebAuthn: type, challenge, origin,
 * host, presence and, where it is required, verification of the person, signature and count. Where a key was made does not
 * matter.
 *
 * @param company name that the key shows
 * @param verification whether the key itself has to check who touches it, by a PIN or a finger
 */
record Ceremony(Site site, String company, UserVerificationRequirement verification) {

    private static final long MILLIS = 120_000;
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256);

    /** @param others keys of the person, which are not to be registered again */
    PublicKeyCredentialCreationOptions creation(PendingKey pending, String account, List<SecurityKey> others) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(identity())
                .user(UserIdentity.builder()
                        .name(account)
                        .displayName(account)
                        .id(pending.handle())
                        .build())
                .challenge(pending.challenge())
                .pubKeyCredParams(ALGORITHMS)
                .excludeCredentials(others.stream().map(SecurityKey::descriptor).collect(Collectors.toSet()))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(verification)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(MILLIS)
                .build();
    }

    /** @throws RegistrationFailedException where the answer does not fit, or the key is one of the others */
    SecurityKey register(PendingKey pending, List<SecurityKey> others, String answer)
            throws IOException, RegistrationFailedException {
        RegistrationResult made = party(others)
                .finishRegistration(FinishRegistrationOptions.builder()
                        .request(creation(pending, KnownKeys.PERSON, others))
                        .response(PublicKeyCredential.parseRegistrationResponseJson(answer))
                        .build());
        return new SecurityKey(
                site.host(),
                pending.handle(),
                made.getKeyId().getId(),
                made.getPublicKeyCose(),
                made.getSignatureCount());
    }

    AssertionRequest assertion(ByteArray challenge, List<SecurityKey> keys) {
        PublicKeyCredentialRequestOptions options = PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(site.host())
                .allowCredentials(keys.stream().map(SecurityKey::descriptor).toList())
                .userVerification(verification)
                .timeout(MILLIS)
                .build();
        return AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(options)
                .username(KnownKeys.PERSON)
                .build();
    }

    /**
     * @return the key with its new count
     * @throws com.yubico.webauthn.exception.InvalidSignatureCountException where all is right but the count
     * @throws AssertionFailedException where the answer does not fit
     */
    SecurityKey prove(ByteArray challenge, SecurityKey key, String answer)
            throws IOException, AssertionFailedException {
        AssertionResult result = party(List.of(key))
                .finishAssertion(FinishAssertionOptions.builder()
                        .request(assertion(challenge, List.of(key)))
                        .response(PublicKeyCredential.parseAssertionResponseJson(answer))
                        .build());
        if (!result.isSuccess()) {
            throw new AssertionFailedException("the answer does not fit");
        }
        return key.counted(result.getSignatureCount());
    }

    private RelyingParty party(List<SecurityKey> keys) {
        return RelyingParty.builder()
                .identity(identity())
                .credentialRepository(new KnownKeys(keys))
                .origins(Set.of(site.origin()))
                .preferredPubkeyParams(ALGORITHMS)
                .validateSignatureCounter(true)
                .build();
    }

    private RelyingPartyIdentity identity() {
        return RelyingPartyIdentity.builder().id(site.host()).name(company).build();
    }
}
