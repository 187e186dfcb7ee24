package org.pressmark.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    private static final String JAPANESE = "<p>政府は二十七日、新しい安全保障の方針について記者会見を開き、これまでの立場を改めて説明した。</p>";
    private static final String CHINESE = "<p>外交部发言人星期一在记者会上表示，有关各方应当保持克制，通过对话解决问题，维护地区和平与稳定。</p>";
    private static final String TAIWAN = "<p>外交部發言人星期一在記者會上表示，有關各方應當保持克制，透過對話解決問題，維護地區和平與穩定。</p>";
    private static final String KOREAN = "<p>정부는 이십칠일 새로운 안보 방침에 대해 기자회견을 열고 지금까지의 입장을 다시 설명했다.</p>";
    private static final String RUSSIAN =
            "<p>Министр иностранных дел заявил в понедельник, что предложения должны быть приемлемы для обеих сторон.</p>";
    private static final String FRENCH =
            "<p>Le ministre a déclaré à la presse que la décision était arrêtée, même après l'été.</p>";

    private static SourceText read(byte[] bytes, String type) {
        return SourceText.decode(bytes, type.isEmpty() ? Optional.empty() : Optional.of(type));
    }

    private static String textFor(String charset) {
        return switch (charset) {
            case "windows-31j", "EUC-JP", "ISO-2022-JP" -> JAPANESE;
            case "GB18030" -> CHINESE;
            case "Big5-HKSCS" -> TAIWAN;
            case "x-windows-949" -> KOREAN;
            case "windows-1251", "KOI8-R" -> RUSSIAN;
            default -> FRENCH;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-31j",
                "EUC-JP",
                "ISO-2022-JP",
                "GB18030",
                "Big5-HKSCS",
                "x-windows-949",
                "windows-1251",
                "KOI8-R",
                "windows-1252"
            })
    void aWrongUtf8LabelIsFoundOut(String name) {
        Charset charset = Charset.forName(name);
        String text = textFor(name).repeat(3);
        SourceText source = read(text.getBytes(charset), "text/html; charset=UTF-8");
        assertEquals(charset, source.charset());
        assertEquals(text, source.text());
        assertEquals(1, source.notes().size());
        assertTrue(
                source.notes().get(0).startsWith("labelled UTF-8, but the bytes are "),
                source.notes().get(0));
        SourceText unlabelled = read(text.getBytes(charset), "text/html");
        assertEquals(text, unlabelled.text());
        assertFalse(unlabelled.labelled());
        assertEquals(List.of(), unlabelled.notes());
    }

    @Test
    void utf8LabelledAsLatin1IsReadAsUtf8() {
        SourceText source = read("<p>Grüße</p>".getBytes(UTF_8), "text/html; charset=ISO-8859-1");
        assertEquals("<p>Grüße</p>", source.text());
        assertEquals(Optional.of("ISO-8859-1"), source.declared());
        assertEquals(List.of("labelled ISO-8859-1, but the bytes are UTF-8"), source.notes());
    }

    @Test
    void aRightLabelIsBelieved() {
        for (String name : List.of("windows-31j", "EUC-JP", "GB18030", "Big5-HKSCS", "x-windows-949", "windows-1251")) {
            SourceText source =
                    read(textFor(name).getBytes(Charset.forName(name)), "text/html; charset=" + label(name));
            assertEquals(textFor(name), source.text());
            assertEquals(List.of(), source.notes());
        }
        SourceText latin = read("caf\u00e9 \u0093".getBytes(ISO_8859_1), "text/html; charset=latin1");
        assertEquals("caf\u00e9 \u201C", latin.text());
        assertEquals(Charset.forName("windows-1252"), latin.charset());
    }

    private static String label(String name) {
        return switch (name) {
            case "windows-31j" -> "Shift_JIS";
            case "x-windows-949" -> "euc-kr";
            case "Big5-HKSCS" -> "big5";
            case "GB18030" -> "gb2312";
            default -> name;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<meta charset=windows-1251>|windows-1251",
                "<meta http-equiv='Content-Type' content='text/html; charset = \"koi8-r\"'>|KOI8-R",
                "<!-- <meta charset=utf-8> --><meta charset='windows-1251'>|windows-1251",
                "<meta charset=utf-16le>|UTF-8",
                "<?xml version='1.0' encoding='windows-1251'?><x/>|windows-1251",
                "<meta name=x content='charset=koi8-r'>|UTF-8",
                "<script>'<meta charset=koi8-r>'</script>|UTF-8",
                "<title>x</title>|UTF-8",
            })
    void findsTheLabelInsideTheDocument(String html, String charset) {
        assertEquals(charset, read(html.getBytes(UTF_8), "text/html").charset().name());
    }

    @Test
    void headerBeatsMetaAndMarkBeatsBoth() {
        byte[] page = "<meta charset=windows-1251>".getBytes(UTF_8);
        assertEquals(
                "windows-1253",
                read(page, "text/html; charset=windows-1253").charset().name());
        byte[] marked = "\uFEFF<meta charset=windows-1251>é".getBytes(UTF_8);
        SourceText source = read(marked, "text/html; charset=windows-1253");
        assertEquals(UTF_8, source.charset());
        assertEquals("<meta charset=windows-1251>é", source.text());
        assertEquals(3, source.byteOffset(0));
        assertEquals(marked.length, source.byteOffset(source.text().length()));
    }

    @Test
    void styleSheetsAndPlainTextHaveTheirOwnLabels() {
        byte[] css = "@charset \"windows-1251\"; a{}".getBytes(UTF_8);
        assertEquals("windows-1251", read(css, "text/css").charset().name());
        byte[] plain = "<meta charset=windows-1251>".getBytes(UTF_8);
        assertEquals(UTF_8, read(plain, "text/plain").charset());
    }

    @Test
    void unknownLabelsAreTold() {
        SourceText source = read("<p>é".getBytes(UTF_8), "text/html; charset=klingon\u001b");
        assertEquals(UTF_8, source.charset());
        assertEquals(List.of("unknown encoding label in the HTTP header: klingon\\u001b"), source.notes());
    }

    @Test
    void utf16WithoutAMarkIsSeen() {
        String text = "<html><body>plain words of a page</body></html>";
        assertEquals(text, read(text.getBytes(UTF_16LE), "text/html").text());
    }

    @Test
    void aTornLetterDoesNotTurnAPageIntoLatin1() {
        byte[] page = ("<p>" + "Größe ".repeat(20) + "</p>").getBytes(UTF_8);
        page[6] = 'x';
        SourceText source = read(page, "text/html; charset=utf-8");
        assertEquals(UTF_8, source.charset());
        assertEquals(List.of("labelled utf-8, with 1 malformed places"), source.notes());
        SourceText cut = read(Arrays.copyOf("<p>Grüße ü".getBytes(UTF_8), 12), "text/html; charset=utf-8");
        assertEquals(UTF_8, cut.charset());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "UTF-16LE",
                "UTF-16BE",
                "windows-31j",
                "EUC-JP",
                "ISO-2022-JP",
                "GB18030",
                "Big5-HKSCS",
                "x-windows-949",
                "windows-1252"
            })
    void everyCharacterKnowsItsByte(String name) {
        Charset charset = Charset.forName(name);
        StringBuilder text = new StringBuilder();
        while (text.length() < 3000) {
            text.append(textFor(name)).append(charset.newEncoder().canEncode("🙂") ? "🙂" : "x");
        }
        byte[] bytes = text.toString().getBytes(charset);
        SourceText source = read(bytes, "text/html; charset=" + label(name));
        assertEquals(text.toString(), source.text());
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLowSurrogate(text.charAt(i)) && !name.equals("ISO-2022-JP")) {
                assertEquals(sum, source.byteOffset(i), "character " + i);
            }
            if (!Character.isHighSurrogate(text.charAt(i))) {
                int from = Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
                sum += text.substring(from, i + 1).getBytes(charset).length;
            }
        }
        assertEquals(bytes.length, source.byteOffset(text.length()));
    }

    @Test
    void placesInShiftedTextAreExact() {
        byte[] bytes = "ab日本cd語".getBytes(Charset.forName("ISO-2022-JP"));
        SourceText source = read(bytes, "text/plain; charset=iso-2022-jp");
        assertEquals("ab日本cd語", source.text());
        assertEquals(0, source.byteOffset(0));
        assertEquals(1, source.byteOffset(1));
        assertTrue(source.byteOffset(3) >= 5 && source.byteOffset(3) <= 7, "at " + source.byteOffset(3));
        assertEquals('c', bytes[source.byteOffset(5) - 1]);
    }

    @Test
    void malformedBytesKeepTheirPlaces() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = "aé€🙂b".repeat(120).getBytes(UTF_8);
            for (int hit = 0; hit < 12; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            SourceText source = read(bytes, "text/html; charset=utf-8");
            if (!source.charset().equals(UTF_8)) {
                continue;
            }
            StringBuilder again = new StringBuilder();
            for (int i = 0; i < source.text().length(); i++) {
                int end = i + 1;
                if (Character.isHighSurrogate(source.text().charAt(i))) {
                    end++;
                }
                byte[] one = Arrays.copyOfRange(bytes, source.byteOffset(i), source.byteOffset(end));
                again.append(new String(one, UTF_8));
                i = end - 1;
            }
            assertEquals(source.text(), again.toString());
        }
    }

    @Test
    void nulBytesAndEmptyPagesAreFine() {
        assertEquals("", read(new byte[0], "").text());
        assertEquals(0, read(new byte[0], "").byteOffset(0));
        assertEquals(5000, read(new byte[5000], "text/html").text().length());
    }

    @Test
    void fiftyMegabytesAreFine() {
        byte[] bytes = "0123456789é<a href=x>".repeat(2_400_000).getBytes(UTF_8);
        SourceText source = read(bytes, "text/html; charset=utf-8");
        int middle = 21 * 1_200_000 + 11;
        assertEquals(22 * 1_200_000 + 12, source.byteOffset(middle));
        assertEquals('<', source.text().charAt(middle));
    }

    @Test
    void placesOutsideTheTextAreRefused() {
        SourceText source = read("ab".getBytes(UTF_8), "");
        assertThrows(IndexOutOfBoundsException.class, () -> source.byteOffset(3));
        assertThrows(IndexOutOfBoundsException.class, () -> source.byteOffset(-1));
    }

    /** Else a lone lead byte would hide the end of an attribute, and a tag behind it, from us and not from a browser. */
    @ParameterizedTest
    @ValueSource(strings = {"big5", "euc-jp", "gb18030", "shift_jis", "euc-kr", "gbk"})
    void aLeadByteSwallowsNoAscii(String label) {
        byte[] page = "<p title=\"?\"><img src=x>\"é".getBytes(ISO_8859_1);
        for (int lead : new int[] {0x81, 0x8F, 0xA1, 0xFE}) {
            page[10] = (byte) lead;
            SourceText source = SourceText.decode(page, Optional.of("text/html; charset=" + label));
            assertTrue(source.text().contains("\"><img src=x>\""), lead + ": " + source.text());
            int img = source.text().indexOf("<img");
            assertEquals('<', page[source.byteOffset(img)], "the places agree");
        }
    }
}
