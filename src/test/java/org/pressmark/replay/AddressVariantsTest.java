package org.pressmark.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.UrlKey;

class AddressVariantsTest {
    private static Set<UrlKey> keys(String url) {
        return AddressVariants.of(url).stream().map(UrlKey::of).collect(Collectors.toSet());
    }

    /** CONFORMANCE part 3, "Cross-tool key drift": what one tool's key keeps and another's drops has one key here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '|',
            value = {
                "https://news.example/bücher?q=1'2 https://news.example/b%C3%BCcher?q=1%272",
                "https://news.example/b%c3%bccher http://www.news.example/b%C3%BCcher/",
                "https://news.example/Path/?b=2&a=1 http://news.example:80/path?a=1&b=2#top",
            })
    void waysOfWritingOneAddressHaveOneKey(String one, String other) {
        assertEquals(UrlKey.of(one), UrlKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https:/news.example/a,https://news.example/a",
        "https://news.example/a?x=1&amp;y=2,https://news.example/a?x=1&y=2",
        "https://news.example/a?utm_source=x&id=7&fbclid=q,https://news.example/a?id=7",
        "https://news.example/a).,https://news.example/a",
        "https://news.example/index.html,https://news.example/",
        "https://m.news.example/a,https://news.example/a",
        "https://www.news.example/a,https://m.news.example/a",
        "https://news.example/f%C3%BCr,https://news.example/f%FCr",
        "https://news.example/a?page=2,https://news.example/a",
    })
    void otherWaysAreTried(String asked, String stored) {
        assertTrue(
                UrlKey.of(asked).equals(UrlKey.of(stored)) || keys(asked).contains(UrlKey.of(stored)),
                asked + " " + AddressVariants.of(asked));
    }

    @Test
    void eachHasAKeyOfItsOwn() {
        List<String> variants = AddressVariants.of("https://m.news.example/a/index.html?utm_source=x&q=b+c'd%20e");
        Set<UrlKey> keys = new HashSet<>();
        variants.forEach(variant -> assertTrue(keys.add(UrlKey.of(variant)), variant));
        assertFalse(keys.contains(UrlKey.of("https://m.news.example/a/index.html?utm_source=x&q=b+c'd%20e")));
        assertTrue(variants.size() < 16, variants.toString());
    }

    @Test
    void whatIsNoAddressIsTakenAsItIs() {
        for (String odd : List.of("", "x", "%", "%C3", "http://", "?&=", "@", "a b c")) {
            assertTrue(AddressVariants.of(odd).size() < 16, odd);
        }
    }
}
