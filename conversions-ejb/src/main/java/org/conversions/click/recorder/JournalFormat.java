package org.conversions.click.recorder;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.conversions.address.Utm;
import org.conversions.click.Click;
import org.conversions.click.ClickTrigger;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.UserAgent;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.Word;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/**
 * The bytes of clicks in a journal: of each its length, a checksum, and its texts in a fixed order. Where they were cut
 * off, or are not what was written, the journal ends.
 */
final class JournalFormat {

    private static final byte VERSION = 1;
    private static final int NONE = -1;
    /** More than any click has. */
    private static final int LENGTH_MAX = 1 << 20;
    private static final int HEAD = 2 * Integer.BYTES;

    /** The texts of a click, in the order in which they are written. */
    private static final List<Function<Click, String>> TEXTS = List.of(
            click -> click.id().value(), click -> click.workspaceId().value(), click -> click.linkId().value(),
            click -> String.valueOf(click.clickedAt().toEpochMilli()), click -> click.trigger().text(), Click::url,
            click -> click.details().place().country(), click -> click.details().place().region(),
            click -> click.details().place().city(), click -> click.details().place().continent(),
            click -> click.details().agent().device(), click -> click.details().agent().browser(),
            click -> click.details().agent().os(), click -> click.details().referer(),
            click -> click.details().refererUrl(), click -> click.details().userAgent(), click -> click.details().ip(),
            click -> click.utm().source(), click -> click.utm().medium(), click -> click.utm().campaign(),
            click -> click.utm().term(), click -> click.utm().content());

    private JournalFormat() {
    }

    static byte[] write(List<Click> clicks) {
        ByteArrayOutputStream journal = new ByteArrayOutputStream(clicks.size() * 512);
        for (Click click : clicks) {
            byte[] texts = texts(click);
            CRC32C checksum = new CRC32C();
            checksum.update(texts);
            journal.writeBytes(ByteBuffer.allocate(HEAD).putInt(texts.length).putInt((int) checksum.getValue()).array());
            journal.writeBytes(texts);
        }
        return journal.toByteArray();
    }

    /** @return the clicks that are whole, up to the first that is not */
    static List<Click> read(byte[] journal) {
        List<Click> clicks = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(journal);
        while (rest.remaining() > HEAD) {
            int length = rest.getInt();
            int checksum = rest.getInt();
            if (length <= 0 || length > LENGTH_MAX || length > rest.remaining()) {
                break;
            }
            CRC32C found = new CRC32C();
            found.update(rest.slice().limit(length));
            if ((int) found.getValue() != checksum) {
                break;
            }
            clicks.add(click(rest.slice().limit(length)));
            rest.position(rest.position() + length);
        }
        return clicks;
    }

    private static byte[] texts(Click click) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeByte(VERSION);
            for (Function<Click, String> part : TEXTS) {
                String text = part.apply(click);
                if (text == null) {
                    out.writeInt(NONE);
                } else {
                    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(utf8.length);
                    out.write(utf8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory has no room", e);
        }
        return octets.toByteArray();
    }

    private static Click click(ByteBuffer texts) {
        byte version = texts.get();
        if (version != VERSION) {
            throw new IllegalStateException("The journal of clicks was written by a newer version: " + version);
        }
        String[] of = new String[TEXTS.size()];
        for (int i = 0; i < of.length; i++) {
            int length = texts.getInt();
            if (length != NONE) {
                byte[] utf8 = new byte[length];
                texts.get(utf8);
                of[i] = new String(utf8, StandardCharsets.UTF_8);
            }
        }
        return new Click(new ClickId(of[0]), new WorkspaceId(of[1]), new LinkId(of[2]),
                Instant.ofEpochMilli(Long.parseLong(of[3])), Word.stored(ClickTrigger.class, of[4]), of[5],
                new VisitDetails(new Place(of[6], of[7], of[8], of[9]), new UserAgent(of[10], of[11], of[12]), of[13], of[14],
                        of[15], of[16]), new Utm(of[17], of[18], of[19], of[20], of[21]), null);
    }
}
