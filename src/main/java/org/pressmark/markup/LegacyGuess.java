package org.pressmark.markup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Guesses the encoding of bytes that are no UTF-8, by what each language's letters look like in it: kana, hangul, the common
 * half of the Chinese characters, Cyrillic words, lone accented letters.
 */
final class LegacyGuess {
    /** Single-byte encodings by the document's stated language. */
    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry("el", "windows-1253"),
            Map.entry("he", "windows-1255"),
            Map.entry("iw", "windows-1255"),
            Map.entry("ar", "windows-1256"),
            Map.entry("fa", "windows-1256"),
            Map.entry("ur", "windows-1256"),
            Map.entry("th", "x-windows-874"),
            Map.entry("tr", "windows-1254"),
            Map.entry("pl", "windows-1250"),
            Map.entry("cs", "windows-1250"),
            Map.entry("sk", "windows-1250"),
            Map.entry("hu", "windows-1250"),
            Map.entry("sl", "windows-1250"),
            Map.entry("hr", "windows-1250"),
            Map.entry("ro", "windows-1250"),
            Map.entry("lt", "windows-1257"),
            Map.entry("lv", "windows-1257"),
            Map.entry("et", "windows-1257"),
            Map.entry("vi", "windows-1258"));

    private final byte[] bytes;
    private final int to;

    private LegacyGuess(byte[] bytes, int to) {
        this.bytes = bytes;
        this.to = to;
    }

    static Charset of(byte[] bytes, int most) {
        LegacyGuess guess = new LegacyGuess(bytes, Math.min(bytes.length, most));
        return CharsetLabels.platform(guess.name()).orElse(StandardCharsets.ISO_8859_1);
    }

    private String name() {
        Runs runs = Runs.of(bytes, to);
        if (runs.loneShare() < 0.75) {
            Pairs shiftJis = Pairs.shiftJis(bytes, to);
            if (shiftJis.clean() && shiftJis.share(shiftJis.first()) > 0.2) {
                return "windows-31j";
            }
            Pairs euc = Pairs.euc(bytes, to);
            if (euc.clean()) {
                return euc.share(euc.first()) > 0.2
                        ? "EUC-JP"
                        : euc.share(euc.second()) > 0.9 ? "x-windows-949" : "GB18030";
            }
            Pairs big5 = Pairs.big5(bytes, to);
            if (big5.clean() && big5.share(big5.first()) > 0.5) {
                return "Big5-HKSCS";
            }
            Pairs gbk = Pairs.gbk(bytes, to);
            if (gbk.clean() && gbk.share(gbk.first()) > 0.5) {
                return "GB18030";
            }
        }
        return BY_LANGUAGE.getOrDefault(language(), runs.cyrillic());
    }

    private String language() {
        for (int i = 0; i + 8 < Math.min(to, 4096); i++) {
            if (bytes[i] == 'l'
                    && bytes[i + 1] == 'a'
                    && bytes[i + 2] == 'n'
                    && bytes[i + 3] == 'g'
                    && bytes[i + 4] == '=') {
                int at = bytes[i + 5] == '"' || bytes[i + 5] == '\'' ? i + 6 : i + 5;
                String two = new String(bytes, at, 2, StandardCharsets.ISO_8859_1);
                return Chars.lower(two, 0, 2);
            }
        }
        return "";
    }

    /**
     * High bytes as they stand together.
     *
     * @param lone those between two bytes of ASCII
     * @param inWords those of the letters' range that stand in runs of three or more
     * @param upperHalf of those, how many are 0xE0 or more
     */
    private record Runs(int high, int lone, int inWords, int upperHalf) {

        static Runs of(byte[] bytes, int to) {
            int high = 0;
            int lone = 0;
            int inWords = 0;
            int upperHalf = 0;
            int i = 0;
            while (i < to) {
                int end = i;
                int letters = 0;
                int upper = 0;
                while (end < to && bytes[end] < 0) {
                    letters += (bytes[end] & 0xFF) >= 0xC0 ? 1 : 0;
                    upper += (bytes[end] & 0xFF) >= 0xE0 ? 1 : 0;
                    end++;
                }
                high += end - i;
                lone += end - i == 1 ? 1 : 0;
                inWords += end - i >= 3 ? letters : 0;
                upperHalf += end - i >= 3 ? upper : 0;
                i = Math.max(end, i + 1);
            }
            return new Runs(high, lone, inWords, upperHalf);
        }

        double loneShare() {
            return high == 0 ? 1 : (double) lone / high;
        }

        /** Small letters lie high in windows-1251 and low in KOI8-R. */
        String cyrillic() {
            if (inWords * 2 < high) {
                return "windows-1252";
            }
            return upperHalf * 2 >= inWords ? "windows-1251" : "KOI8-R";
        }
    }

    /**
     * Bytes read as pairs.
     *
     * @param pairs well-formed pairs, punctuation left out
     * @param bad places that are no pair
     * @param first pairs that speak for the first language, kana or common characters
     * @param second pairs that speak for the second, hangul
     */
    private record Pairs(int pairs, int bad, int first, int second) {

        boolean clean() {
            return pairs > 0 && bad * 50 <= pairs;
        }

        double share(int count) {
            return (double) count / pairs;
        }

        /** Tells pairs of one encoding. */
        private interface Rule {
            /** 0 no pair, 1 a pair, 2 one that speaks for the first language, 3 for the second, 4 punctuation, 5 a single byte. */
            int judge(int lead, int trail);
        }

        private static Pairs count(byte[] bytes, int to, Rule rule) {
            int[] seen = new int[6];
            int i = 0;
            while (i + 1 < to) {
                int lead = bytes[i] & 0xFF;
                int judged = lead < 0x80 ? -1 : rule.judge(lead, bytes[i + 1] & 0xFF);
                if (judged >= 0) {
                    seen[judged]++;
                }
                i += judged > 0 && judged < 5 ? 2 : 1;
            }
            return new Pairs(seen[1] + seen[2] + seen[3], seen[0], seen[2], seen[3]);
        }

        static Pairs shiftJis(byte[] bytes, int to) {
            return count(bytes, to, (lead, trail) -> {
                if (lead >= 0xA1 && lead <= 0xDF) {
                    return 5;
                }
                boolean pair =
                        lead > 0x80 && lead < 0xFD && lead != 0xA0 && trail >= 0x40 && trail < 0xFD && trail != 0x7F;
                boolean kana = (lead == 0x82 && trail >= 0x9F && trail <= 0xF1) || (lead == 0x83 && trail <= 0x96);
                return !pair ? 0 : kana ? 2 : lead == 0x81 ? 4 : 1;
            });
        }

        static Pairs euc(byte[] bytes, int to) {
            return count(bytes, to, (lead, trail) -> {
                if (lead < 0xA1 || trail < 0xA1 || lead == 0xFF || trail == 0xFF) {
                    return lead == 0x8E && trail >= 0xA1 ? 1 : 0;
                }
                if (lead == 0xA4 || lead == 0xA5) {
                    return trail <= 0xF6 ? 2 : 1;
                }
                return lead < 0xA4 ? 4 : lead >= 0xB0 && lead <= 0xC8 ? 3 : 1;
            });
        }

        static Pairs big5(byte[] bytes, int to) {
            return count(bytes, to, (lead, trail) -> {
                boolean pair = lead >= 0x87
                        && lead < 0xFF
                        && ((trail >= 0x40 && trail < 0x7F) || (trail >= 0xA1 && trail < 0xFF));
                return !pair ? 0 : lead >= 0xA4 && lead <= 0xC6 ? 2 : lead >= 0xA1 && lead < 0xA4 ? 4 : 1;
            });
        }

        static Pairs gbk(byte[] bytes, int to) {
            return count(bytes, to, (lead, trail) -> {
                boolean pair = lead > 0x80 && lead < 0xFF && trail >= 0x40 && trail < 0xFF && trail != 0x7F;
                boolean common = lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
                return !pair ? 0 : common ? 2 : lead >= 0xA1 && lead < 0xA4 && trail >= 0xA1 ? 4 : 1;
            });
        }
    }
}
