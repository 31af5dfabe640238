package org.sencrm.tokenkey;

import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** A security key of software with the browser that asks it. Each of its answers can be spoiled in one way. */
final class SoftKey {

    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;
    private static final int COORDINATE = 32;

    private final KeyPair pair;
    private final byte[] id = new byte[32];

    String origin = "https://crm.example.com";
    String host = "crm.example.com";
    /** Null for the one that belongs there. */
    String type;
    /** Null for the one that was asked with. */
    String challenge;
    /** Null for none. */
    String handle;

    String format = "none";
    int flags = PRESENT;
    long count;

    SoftKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
    }

    /** Registers itself. @param told as the kind told it */
    String create(Map<String, Object> told) throws Exception {
        byte[] client = client("webauthn.create", asked(told));
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(authenticatorData(flags | WITH_KEY));
        data.write(new byte[16]);
        data.write(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.write(id);
        data.write(publicKey());
        CBORObject attestation = CBORObject.NewMap()
                .Add("fmt", format)
                .Add("attStmt", CBORObject.NewMap())
                .Add("authData", data.toByteArray());
        return answer("\"clientDataJSON\":\"" + text(client) + "\",\"attestationObject\":\""
                + text(attestation.EncodeToBytes()) + "\"");
    }

    /** Signs a sign-in. @param options as the kind told them */
    String get(Map<String, Object> options) throws Exception {
        byte[] client = client("webauthn.get", asked(options));
        byte[] data = authenticatorData(flags);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return answer("\"clientDataJSON\":\"" + text(client) + "\",\"authenticatorData\":\"" + text(data)
                + "\",\"signature\":\"" + text(signature.sign()) + "\""
                + (handle == null ? "" : ",\"userHandle\":\"" + handle + "\""));
    }

    private String answer(String response) {
        return "{\"type\":\"public-key\",\"id\":\"" + text(id) + "\",\"response\":{" + response
                + "},\"clientExtensionResults\":{}}";
    }

    private static String asked(Map<String, Object> told) {
        return String.valueOf(((Map<?, ?>) told.get("publicKey")).get("challenge"));
    }

    private byte[] client(String usual, String asked) {
        return ("{\"type\":\"" + (type == null ? usual : type) + "\",\"challenge\":\""
                        + (challenge == null ? asked : challenge) + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int all) throws GeneralSecurityException {
        return ByteBuffer.allocate(37)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) all)
                .putInt((int) count)
                .array();
    }

    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return CBORObject.NewOrderedMap()
                .Add(1, 2)
                .Add(3, -7)
                .Add(-1, 1)
                .Add(-2, coordinate(key.getW().getAffineX()))
                .Add(-3, coordinate(key.getW().getAffineY()))
                .EncodeToBytes();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        byte[] tail = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - COORDINATE), bytes.length);
        System.arraycopy(tail, 0, fixed, COORDINATE - tail.length, tail.length);
        return fixed;
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
