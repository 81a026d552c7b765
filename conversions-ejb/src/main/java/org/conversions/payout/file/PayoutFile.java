package org.conversions.payout.file;

/** A file that was written. @param bytes in UTF-8 where it is text */
public record PayoutFile(String name, String mediaType, byte[] bytes) {

    static final String CSV_TYPE = "text/csv; charset=utf-8";
    static final String XML_TYPE = "application/xml";
    static final String ZIP_TYPE = "application/zip";

    @Override
    public String toString() {
        return "PayoutFile[" + name + ", " + bytes.length + " bytes]";
    }
}
