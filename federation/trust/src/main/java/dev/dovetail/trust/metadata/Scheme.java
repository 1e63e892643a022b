package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** How keys sign: the three schemes of the specification. */
enum Scheme {
    ED25519("Ed25519", "Ed25519", "ed25519", "ed25519") {
        @Override
        byte[] der(String text) {
            return HexFormat.of().parseHex(ED25519_HEAD + text);
        }

        @Override
        String encode(PublicKey key) {
            byte[] der = key.getEncoded();
            return HexFormat.of().formatHex(der, der.length - 32, der.length);
        }

        @Override
        boolean suits(PublicKey key) {
            return key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519");
        }
    },
    ECDSA("EC", "SHA256withECDSA", "ecdsa-sha2-nistp256", "ecdsa") {
        /** Named curves are told apart by their order. */
        @Override
        boolean suits(PublicKey key) {
            return key instanceof ECPublicKey ec && ec.getParams().getOrder().equals(P256_ORDER);
        }
    },
    RSA("RSA", "RSASSA-PSS", "rsassa-pss-sha256", "rsa") {
        @Override
        boolean suits(PublicKey key) {
            return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SMALLEST_RSA;
        }

        @Override
        java.security.Signature engine() throws GeneralSecurityException {
            java.security.Signature engine = super.engine();
            engine.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            return engine;
        }
    };

    private static final int SMALLEST_RSA = 2048;

    /** All that stands before the 32 bytes of an Ed25519 key in the form that Java reads. */
    private static final String ED25519_HEAD = "302a300506032b6570032100";

    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final String family;
    private final String algorithm;
    private final String schemeName;
    private final String keyType;

    Scheme(String family, String algorithm, String schemeName, String keyType) {
        this.family = family;
        this.algorithm = algorithm;
        this.schemeName = schemeName;
        this.keyType = keyType;
    }

    abstract boolean suits(PublicKey key);

    /** Older metadata give P-256 keys the scheme's name as their type. */
    static Optional<Scheme> named(String keyType, String schemeName) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.schemeName.equals(schemeName)
                        && (scheme.keyType.equals(keyType) || schemeName.equals(keyType)))
                .findFirst();
    }

    static Scheme of(PublicKey key) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.suits(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected an Ed25519, a P-256, or an RSA key of at least " + SMALLEST_RSA + " bits"));
    }

    /** The key, where the description is well-formed and the key is of a kind and size that is believed. */
    Optional<PublicKey> decode(JsonObject keyValue) {
        if (!(keyValue.find("public").orElse(Json.Null.NULL) instanceof Json.Text text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(der(text.value()))))
                    .filter(this::suits);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            java.security.Signature engine = engine();
            engine.initVerify(key);
            engine.update(message);
            return engine.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
        java.security.Signature engine = engine();
        engine.initSign(key);
        engine.update(message);
        return engine.sign();
    }

    java.security.Signature engine() throws GeneralSecurityException {
        return java.security.Signature.getInstance(algorithm);
    }

    byte[] der(String text) {
        return Pem.decode(text);
    }

    String encode(PublicKey key) {
        return Pem.encode(key.getEncoded());
    }

    String keyType() {
        return keyType;
    }

    String schemeName() {
        return schemeName;
    }
}
