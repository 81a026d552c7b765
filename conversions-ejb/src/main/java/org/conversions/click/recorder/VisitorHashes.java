package org.conversions.click.recorder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for visitors where they are remembered, so that no address is kept: a visitor is a hash under a key that
 * is made at the start and never leaves the memory.
 */
final class VisitorHashes {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_LENGTH = 32;

    /** The first half of a hash: enough to keep a hundred thousand apart. */
    record Hash(long first, long second) {
    }

    /** Each thread has one that knows the key, because to make one costs more than a hash. */
    private final ThreadLocal<Mac> macs;

    VisitorHashes() {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
        macs = ThreadLocal.withInitial(() -> mac(secret));
    }

    /** @param parts the properties that distinguish the visitor, each of them perhaps null */
    Hash of(String... parts) {
        Mac mac = macs.get();
        for (String part : parts) {
            mac.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
        }
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
        return new Hash(hash.getLong(), hash.getLong());
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
