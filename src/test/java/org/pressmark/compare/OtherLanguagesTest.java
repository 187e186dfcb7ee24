package org.pressmark.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.Change;
import org.pressmark.model.Comparison;

/** Languages with few lists or none keep fold, alignment and quotations. */
class OtherLanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sw|“Hatutarudi huko tena,” alisema Juma mjini.|“Hatutarudi huko kamwe tena,” alisema Juma mjini.|quote-interpolation|~~|kamwe",
                "vi|“Chúng tôi sẽ không quay lại đó,” ông Minh nói.|“Chúng tôi sẽ không bao giờ quay lại đó,” ông Minh nói.|quote-interpolation|~~|bao giờ",
                "ja|首相は「私たちは決して戻らない」と述べた。|首相は「私たちは二度と決して戻らない」と述べた。|quote-interpolation|~~|二度と",
                "ja|市長は『橋は来年完成する』と語った。|市長は『橋は再来年完成する』と語った。|quote-interpolation|~~|再",
                "ar|قال الوزير «لن نعود إلى هناك» في بيان أمس.|قال الوزير «لن نعود أبدا إلى هناك» في بيان أمس.|quote-interpolation|~~|أبدا",
                "hi|मंत्री ने कहा, “हम वहाँ नहीं जाएंगे।”|मंत्री ने कहा, “हम वहाँ कभी नहीं जाएंगे।”|quote-interpolation|~~|कभी",
                "it|«Non torneremo più laggiù», ha detto Anna Riva ieri.|«Non torneremo più laggiù», ha affermato Anna Riva ieri.|attribution-verb|detto|affermato",
                "nl|‘Wij gaan daar niet meer heen’, zei Jan Smit op maandag.|‘Wij gaan daar niet meer heen’, zei Jan Smit op dinsdag.|date-changed|maandag|dinsdag",
            })
    void nameWhatDiffersWithinQuotations(
            String language, String a, String b, String kind, String before, String after) {
        Comparison found = Articles.compare(
                Articles.paragraphs(a).language(language),
                Articles.paragraphs(b).language(language));
        assertEquals(1, found.changes().size(), () -> found.changes().toString());
        Change change = found.changes().get(0);
        assertEquals(kind, change.kind().word());
        assertEquals(Optional.ofNullable(before).orElse(""), change.before());
        assertEquals(after, change.after());
    }
}
