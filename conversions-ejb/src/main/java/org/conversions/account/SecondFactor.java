package org.conversions.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.secret.SecretBox;
import org.conversions.platform.secret.TokenHash;

/**
 * The second factor of people: codes of an app by RFC 6238, and recovery codes for who has lost it. Each code opens once.
 */
@Stateless
public class SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    /** Makes 71 bits. */
    private static final int RECOVERY_LENGTH = 12;
    /** Of a secret of which no code was used. */
    private static final long NEVER = 0;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private SecretBox secrets;
    @Inject
    private PersonRows rows;
    @Inject
    private People people;

    /**
     * Makes a secret for the person's app. It is asked for once a code of it was shown ({@link #confirm}).
     *
     * @return the secret in base32
     * @throws RequestRefused conflict when there is a second factor already
     */
    public String begin(String personId) {
        Person person = rows.locked(personId);
        refuseTwo(person);
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String text = new Base32().encodeToString(secret);
        person.totpPending = secrets.encrypt(Person.placeOfTotp(personId), text);
        return text;
    }

    /**
     * Turns the second factor on.
     *
     * @return the recovery codes, which are not shown again
     * @throws RequestRefused conflict when there is one already, or none was begun; unprocessable for a wrong code
     */
    public List<String> confirm(String personId, String code) {
        Person person = rows.locked(personId);
        refuseTwo(person);
        if (person.totpPending == null) {
            throw RequestRefused.conflict("totp_not_begun", "Ask for a secret first.");
        }
        long step = step(person.totpPending, person, given(code), NEVER)
                .orElseThrow(() -> RequestRefused.unprocessable("code_wrong", "code: is wrong"));
        person.totpSecret = person.totpPending;
        person.totpPending = null;
        person.totpStep = step;
        people.recordForAll(personId, "totp_enabled", Map.of("person", person.email));
        return newRecoveryCodes(personId);
    }

    /** Turns the second factor off. @throws RequestRefused conflict when there is none; unprocessable for a wrong code */
    public void end(String personId, String code) {
        Person person = rows.locked(personId);
        if (person.totpSecret == null) {
            throw RequestRefused.conflict("totp_missing", "There is no second factor.");
        }
        if (!opens(personId, code)) {
            throw RequestRefused.unprocessable("code_wrong", "code: is wrong");
        }
        person.totpSecret = null;
        person.totpPending = null;
        deleteRecoveryCodes(personId);
        people.recordForAll(personId, "totp_disabled", Map.of("person", person.email));
    }

    /**
     * Uses a code up. The lock of the person keeps two requests from using one.
     *
     * @return whether a code of the app, or a recovery code, is right and was not used before; false without a second factor
     */
    public boolean opens(String personId, String code) {
        Person person = rows.locked(personId);
        if (person.totpSecret == null) {
            return false;
        }
        String given = given(code);
        OptionalLong step = step(person.totpSecret, person, given, person.totpStep);
        if (step.isPresent()) {
            person.totpStep = step.getAsLong();
            return true;
        }
        return database.createQuery("delete from RecoveryCode c where c.personId = :person and c.codeHash = :hash")
                .setParameter("person", personId).setParameter("hash", TokenHash.sha256(given)).executeUpdate() == 1;
    }

    /** @return how many recovery codes the person has not used */
    public int recoveryCodesLeft(String personId) {
        return database.createQuery("select c.codeHash from RecoveryCode c where c.personId = :person", String.class)
                .setParameter("person", personId).setMaxResults(RECOVERY_CODES).getResultList().size();
    }

    /** People write a code as they see it. */
    private static String given(String code) {
        return code == null ? "" : code.replaceAll("[\\s-]", "");
    }

    private OptionalLong step(String sealed, Person person, String code, long last) {
        byte[] secret = new Base32().decode(secrets.decrypt(Person.placeOfTotp(person.id), sealed));
        return TotpCode.step(new TimeBasedOneTimePasswordGenerator(), secret, code, clock.instant(), last);
    }

    private List<String> newRecoveryCodes(String personId) {
        deleteRecoveryCodes(personId);
        List<String> codes = Stream.generate(() -> Ids.random(RECOVERY_LENGTH)).limit(RECOVERY_CODES).toList();
        codes.forEach(code -> database.persist(RecoveryCode.of(personId, code)));
        return codes.stream().map(SecondFactor::grouped).toList();
    }

    private void deleteRecoveryCodes(String personId) {
        database.createQuery("delete from RecoveryCode c where c.personId = :person").setParameter("person", personId)
                .executeUpdate();
    }

    private static String grouped(String code) {
        return String.join("-", IntStream.range(0, RECOVERY_LENGTH / 4).mapToObj(i -> code.substring(4 * i, 4 * i + 4)).toList());
    }

    private static void refuseTwo(Person person) {
        if (person.totpSecret != null) {
            throw RequestRefused.conflict("totp_exists", "There is a second factor already: remove it first.");
        }
    }
}
