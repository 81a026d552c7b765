package org.conversions.money;

/**
 * The currencies that amounts come in, and how many digits Stripe counts after the point. Stripe's table is neither
 * ISO 4217's nor the JDK's: ISK and UGX are sent in hundredths that do not exist, MGA in whole units, and IQD and LYD,
 * which have thousandths, in hundredths.
 */
public final class Currencies {

    private static final int UNKNOWN = -1;

    private Currencies() {
    }

    /** @param currency three letters in lower case. @return true for one of the currencies of the table */
    public static boolean known(String currency) {
        return currency != null && find(currency) != UNKNOWN;
    }

    /**
     * @param currency three letters in lower case
     * @return the number of digits of a minor amount after the point: 0, 2 or 3
     * @throws IllegalArgumentException for a currency that is not {@link #known}
     */
    public static int digits(String currency) {
        int digits = currency == null ? UNKNOWN : find(currency);
        if (digits == UNKNOWN) {
            throw new IllegalArgumentException("Not a known currency: " + currency);
        }
        return digits;
    }

    private static int find(String currency) {
        return switch (currency) {
            case "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf",
                    "xof", "xpf" -> 0;
            case "aed", "afn", "all", "amd", "ang", "aoa", "ars", "aud", "awg", "azn", "bam", "bbd", "bdt",
                    "bgn", "bmd", "bnd", "bob", "brl", "bsd", "btn", "bwp", "byn", "bzd", "cad", "cdf", "chf",
                    "cny", "cop", "crc", "cup", "cve", "czk", "dkk", "dop", "dzd", "egp", "ern", "etb", "eur",
                    "fjd", "fkp", "gbp", "gel", "ghs", "gip", "gmd", "gtq", "gyd", "hkd", "hnl", "hrk", "htg",
                    "huf", "idr", "ils", "inr", "iqd", "irr", "isk", "jmd", "kes", "kgs", "khr", "kpw", "kyd",
                    "kzt", "lak", "lbp", "lkr", "lrd", "lsl", "lyd", "mad", "mdl", "mkd", "mmk", "mnt", "mop",
                    "mru", "mur", "mvr", "mwk", "mxn", "mxv", "myr", "mzn", "nad", "ngn", "nio", "nok", "npr",
                    "nzd", "pab", "pen", "pgk", "php", "pkr", "pln", "qar", "ron", "rsd", "rub", "sar", "sbd",
                    "scr", "sdg", "sek", "sgd", "shp", "sle", "sll", "sos", "srd", "ssp", "std", "stn", "svc",
                    "syp", "szl", "thb", "tjs", "tmt", "top", "try", "ttd", "twd", "tzs", "uah", "ugx", "usd",
                    "uyu", "uzs", "ved", "ves", "wst", "xcd", "xcg", "xdr", "yer", "zar", "zmw", "zwg" -> 2;
            case "bhd", "jod", "kwd", "omr", "tnd" -> 3;
            default -> UNKNOWN;
        };
    }
}
