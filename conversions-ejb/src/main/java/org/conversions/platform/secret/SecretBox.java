package org.conversions.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the secrets that are kept at rest, with AES-256-GCM under a key of their column's own and bound to their row. A
 * sealed text is {@code v2:}, the id of the master key, {@code :}, and the base64 of initialisation vector, ciphertext and
 * tag. What was sealed before, as {@code v1:} and without either, still opens.
 *
 * <p>It opens with each of its keys and seals with one of them: the one that the database names, so that every node reads
 * what any other has sealed.
 */
public final class SecretBox {

    private static final String FIRST = "v1:";
    private static final String VERSION = "v2:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<MasterKey> keys;
    private final SecureRandom random = new SecureRandom();
    private volatile MasterKey sealing;

    /**
     * @param keyTexts the master keys, the newest first, which seals until {@link #sealWith} says otherwise
     * @throws IllegalArgumentException for one that is too weak
     */
    public SecretBox(List<String> keyTexts) {
        keys = keyTexts.stream().map(MasterKey::new).toList();
        sealing = keys.get(0);
    }

    /** @return the sealed text, another one each time */
    public String encrypt(SealedPlace place, String plain) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        MasterKey key = sealing;
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.sealing(place.purpose()), iv);
            cipher.updateAAD(place.bytes());
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
            return VERSION + key.id() + ':' + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /**
     * @param place  where it is kept
     * @param sealed what {@link #encrypt} made for that place
     * @throws IllegalStateException when it was sealed with a key that is not there, for another place, or changed since
     */
    public String decrypt(SealedPlace place, String sealed) {
        int end = sealed.indexOf(':', VERSION.length());
        if (sealed.startsWith(VERSION) && end > 0) {
            String id = sealed.substring(VERSION.length(), end);
            return keys.stream().filter(key -> key.id().equals(id)).findFirst()
                    .flatMap(key -> opened(key.sealing(place.purpose()), place.bytes(), sealed.substring(end + 1)))
                    .orElseThrow(SecretBox::unreadable);
        }
        if (!sealed.startsWith(FIRST)) {
            throw new IllegalStateException("A stored secret is not in the form " + VERSION + "<key>:<base64>");
        }
        return keys.stream().map(key -> opened(key.sealingAtFirst(), null, sealed.substring(FIRST.length())))
                .flatMap(Optional::stream).findFirst().orElseThrow(SecretBox::unreadable);
    }

    /** @return the proof, for this server only, that it gave a text out for a purpose; fit for a cookie */
    public String mac(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.mac(purpose, text));
    }

    /** @return whether this server gave a text out for a purpose; the time it takes does not show how much is right */
    public boolean isMac(String purpose, String text, String mac) {
        byte[] given = mac.getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> Base64.getUrlEncoder().withoutPadding().encode(key.mac(purpose, text)))
                .filter(right -> MessageDigest.isEqual(right, given)).count() > 0;
    }

    /**
     * Seals a secret again whose sealed text is not in the newest form, or not under the key that seals now.
     *
     * @param sealed null or empty when there is no secret
     * @return empty when there is nothing to do
     */
    public Optional<String> again(SealedPlace place, String sealed) {
        return Optional.ofNullable(sealed).filter(text -> !text.isEmpty() && !text.startsWith(VERSION + sealing.id() + ':'))
                .map(text -> encrypt(place, decrypt(place, text)));
    }

    /** @return the fingerprint of the newest key, with which an operator may want everything sealed */
    public String newest() {
        return keys.get(0).fingerprint();
    }

    /** @return the fingerprint of the key that seals now */
    public String current() {
        return sealing.fingerprint();
    }

    /**
     * Seals with the key of this fingerprint from now on.
     *
     * @return false when it is none of these keys, and then nothing changes
     */
    public boolean sealWith(String fingerprint) {
        Stream<MasterKey> named = keys.stream().filter(key -> key.fingerprint().equals(fingerprint));
        return named.findFirst().map(key -> {
            sealing = key;
            return true;
        }).orElse(false);
    }

    /** @param bound what was sealed with it; null for what was sealed without anything */
    private static Optional<String> opened(SecretKeySpec key, byte[] bound, String base64) {
        try {
            byte[] whole = Base64.getDecoder().decode(base64);
            if (whole.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
                throw new AEADBadTagException("shorter than vector and tag");
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, IV_BYTES));
            if (bound != null) {
                cipher.updateAAD(bound);
            }
            return Optional.of(new String(cipher.doFinal(whole, IV_BYTES, whole.length - IV_BYTES),
                    StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // the caller tries the next key, and says what is wrong when none opens it
        }
    }

    private static IllegalStateException unreadable() {
        return new IllegalStateException("A stored secret cannot be decrypted: the master key "
                + "(conversions.secret-key, or secret.key in the data folder) is not the one it was encrypted "
                + "with, or the text was changed or moved");
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }
}
