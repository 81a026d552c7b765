package org.conversions.payout.file;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.conversions.money.Money;
import org.conversions.payout.profile.Bic;
import org.conversions.payout.profile.Iban;
import org.conversions.payout.profile.Payer;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PostalAddress;

/**
 * Writes a credit transfer of SEPA as ISO 20022's {@code pain.001.001.09} with addresses in parts, by the rules of the European
 * Payments Council. One payment instruction holds all transfers, each with its payout's id as its end-to-end id. Pure.
 */
final class SepaFile {

    /** The most that one credit transfer can come to, in cents. */
    static final long CENTS_MAX = 99_999_999_999L;

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final String EURO = "eur";
    private static final int NAME_MAX = 70;
    private static final int REFERENCE_MAX = 140;

    private final XMLStreamWriter xml;

    private SepaFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @return why the row cannot be in such a file; empty when it can */
    static Optional<RowProblem> problem(PayoutRow row) {
        Money amount = row.amount();
        PayoutAccount account = row.payee().account();
        if (!amount.currency().equals(EURO)) {
            return found(row, "currency_not_supported", "is paid in " + amount.currency() + ", and SEPA transfers euros only");
        }
        if (amount.minor() > CENTS_MAX) {
            return found(row, "amount_too_large", "gets more than one transfer of SEPA can hold");
        }
        if (!account.iban().inSepa()) {
            return found(row, "iban_outside_sepa", "has an account in " + account.iban().country() + ", which SEPA does not reach");
        }
        if (!SepaText.isReadable(row.payee().holder())) {
            return found(row, "name_unreadable", "has a name without a letter that banks of SEPA take");
        }
        return SepaText.isReadable(account.address().city()) ? Optional.empty()
                : found(row, "address_unreadable", "has a city without a letter that banks of SEPA take");
    }

    private static Optional<RowProblem> found(PayoutRow row, String reason, String message) {
        return Optional.of(RowProblem.of(row, reason, message));
    }

    /** @param order of a payer with an IBAN @param rows one or more, none with a {@link #problem} */
    static byte[] write(FileOrder order, List<PayoutRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            // The JDK's own: a server may bring another one, which would write other bytes.
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new SepaFile(writer).document(order, rows);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A file cannot be written in memory", e);
        }
        return bytes.toByteArray();
    }

    private void document(FileOrder order, List<PayoutRow> rows) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        xml.writeStartElement("GrpHdr");
        text("MsgId", SepaText.id(order.batchId()));
        text("CreDtTm", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                order.at().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS)) + "Z");
        sums(rows);
        xml.writeStartElement("InitgPty");
        text("Nm", SepaText.of(order.payer().name(), NAME_MAX));
        xml.writeEndElement();
        xml.writeEndElement();
        instruction(order, rows);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void instruction(FileOrder order, List<PayoutRow> rows) throws XMLStreamException {
        Payer payer = order.payer();
        xml.writeStartElement("PmtInf");
        text("PmtInfId", SepaText.id(order.batchId()));
        text("PmtMtd", "TRF");
        text("BtchBookg", "true");
        sums(rows);
        nested("SEPA", "PmtTpInf", "SvcLvl", "Cd");
        nested(order.executionDay().toString(), "ReqdExctnDt", "Dt");
        party("Dbtr", payer.name(), payer.address());
        nested(payer.iban().text(), "DbtrAcct", "Id", "IBAN");
        if (payer.bic() == null) {
            // The bank knows its own account; the element has to be there all the same.
            nested("NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        } else {
            bank("DbtrAgt", payer.bic());
        }
        text("ChrgBr", "SLEV");
        for (PayoutRow row : rows) {
            transfer(row);
        }
        xml.writeEndElement();
    }

    private void transfer(PayoutRow row) throws XMLStreamException {
        PayoutAccount account = row.payee().account();
        Iban iban = account.iban();
        xml.writeStartElement("CdtTrfTxInf");
        nested(SepaText.id(row.payoutId()), "PmtId", "EndToEndId");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(row.amount().units().toPlainString());
        xml.writeEndElement();
        xml.writeEndElement();
        if (account.bic() != null) {
            bank("CdtrAgt", account.bic());
        }
        party("Cdtr", row.payee().holder(), account.address());
        nested(iban.text(), "CdtrAcct", "Id", "IBAN");
        String reference = SepaText.of(row.reference(), REFERENCE_MAX);
        if (!reference.isEmpty()) {
            nested(reference, "RmtInf", "Ustrd");
        }
        xml.writeEndElement();
    }

    private void sums(List<PayoutRow> rows) throws XMLStreamException {
        text("NbOfTxs", String.valueOf(rows.size()));
        text("CtrlSum", rows.stream().map(row -> row.amount().units()).reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString());
    }

    private void party(String element, String name, PostalAddress address) throws XMLStreamException {
        xml.writeStartElement(element);
        text("Nm", SepaText.of(name, NAME_MAX));
        if (address != null) {
            xml.writeStartElement("PstlAdr");
            part("StrtNm", address.street(), 70);
            part("BldgNb", address.buildingNumber(), 16);
            part("PstCd", address.postalCode(), 16);
            part("TwnNm", address.city(), 35);
            text("Ctry", address.country());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void part(String element, String text, int lengthMax) throws XMLStreamException {
        String likeness = text == null ? "" : SepaText.of(text, lengthMax);
        if (!likeness.isEmpty()) {
            text(element, likeness);
        }
    }

    private void bank(String element, Bic bic) throws XMLStreamException {
        nested(bic.text(), element, "FinInstnId", "BICFI");
    }

    private void nested(String text, String... elements) throws XMLStreamException {
        for (String element : elements) {
            xml.writeStartElement(element);
        }
        xml.writeCharacters(text);
        for (int i = 0; i < elements.length; i++) {
            xml.writeEndElement();
        }
    }

    private void text(String element, String text) throws XMLStreamException {
        nested(text, element);
    }
}
