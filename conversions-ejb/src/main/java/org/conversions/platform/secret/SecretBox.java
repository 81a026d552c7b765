package org.conversions.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the secrets that are kept at rest, with AES-256-GCM. A sealed text is {@code v1:} and the base64 of
 * initialisation vector, ciphertext and tag; the version lets a later scheme live beside this one.
 */
public final class SecretBox {

    /** A shorter master key could be guessed. */
    static final int KEY_TEXT_MIN = 32;

    private static final String VERSION = "v1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param keyText the master key: any text of at least 32 characters, without the white space around it. The AES
     *                key is the SHA-256 of its UTF-8 bytes, so the text needs as much randomness as a key.
     * @throws IllegalArgumentException when it is shorter
     */
    public SecretBox(String keyText) {
        String text = keyText.strip();
        if (text.length() < KEY_TEXT_MIN) {
            throw new IllegalArgumentException("The master key for secrets must have at least " + KEY_TEXT_MIN
                    + " characters, but this one has " + text.length());
        }
        this.key = new SecretKeySpec(sha256(text.getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /** @return the sealed text, another one each time */
    public String encrypt(String plain) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
            return VERSION + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /**
     * @param sealed what {@link #encrypt} made
     * @throws IllegalStateException when it was sealed with another key, or changed since
     */
    public String decrypt(String sealed) {
        if (!sealed.startsWith(VERSION)) {
            throw new IllegalStateException("A stored secret is not in the form " + VERSION + "<base64>");
        }
        try {
            byte[] whole = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
            if (whole.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
                throw new AEADBadTagException("shorter than vector and tag");
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, IV_BYTES))
                    .doFinal(whole, IV_BYTES, whole.length - IV_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A stored secret cannot be decrypted: the master key "
                    + "(conversions.secret-key, or secret.key in the data folder) is not the one it was encrypted "
                    + "with, or the text was changed", e);
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
