package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "令和5年4月28日 | ja | 2023-04-28",
                "令和５年４月２８日 14:40 | ja | 2023-04-28T14:40",
                "平成31年4月30日 | ja | 2019-04-30",
                "令和元年5月1日 | ja | 2019-05-01",
                "民國112年4月28日 | zh | 2023-04-28",
                "28 เมษายน 2566 | th | 2023-04-28",
                "28 เม.ย. 2566 14:40 น. | th | 2023-04-28T14:40",
                "วันที่ 3 ก.ค. พ.ศ. 2566 | th | 2023-07-03",
                "28 เมษายน 2023 | th | 2023-04-28",
                "۸ اردیبهشت ۱۴۰۲ | fa | 2023-04-28",
                "جمعه ۸ اردیبهشت ۱۴۰۲ ساعت ۱۴:۴۰ | fa | 2023-04-28T14:40",
                "۱۴۰۲/۰۲/۰۸ | fa | 2023-04-28",
                "30 اسفند 1399 | fa | 2021-03-20",
                "۸ ثور ۱۴۰۲ | fa | 2023-04-28",
                "28 آوریل 2023 | fa | 2023-04-28"
            })
    void readsOtherCalendars(String text, String language, String iso) {
        assertEquals(Optional.of(iso), Dates.find(text, language).map(Dates.Found::iso));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "December 27, 2021 | en | 2021-12-27",
                "Posted on Dec. 27th, 2021 at 3:15 pm | en | 2021-12-27T15:15",
                "27 December 2021 | en-GB | 2021-12-27",
                "12/27/2021 | en-US | 2021-12-27",
                "01/02/2021 | en-US | 2021-01-02",
                "01/02/2021 | en-GB | 2021-02-01",
                "27.12.2021, 14:40 Uhr | de | 2021-12-27T14:40",
                "27. Dezember 2021 | de | 2021-12-27",
                "1er janvier 2022 | fr | 2022-01-01",
                "27 de diciembre de 2021 | es | 2021-12-27",
                "27 dicembre 2021 | it | 2021-12-27",
                "27 de dezembro de 2021 | pt | 2021-12-27",
                "27 декабря 2021 г. | ru | 2021-12-27",
                "27 грудня 2021 року | uk | 2021-12-27",
                "27 grudnia 2021 | pl | 2021-12-27",
                "27 december 2021 | nl | 2021-12-27",
                "27 Aralık 2021 | tr | 2021-12-27",
                "27 ديسمبر 2021 | ar | 2021-12-27",
                "2021年12月27日 | zh | 2021-12-27",
                "2021-12-27 14:40 | ja | 2021-12-27T14:40",
                "2021/12/27 | ja | 2021-12-27",
                "27 كانون الأول 2021 | ar | 2021-12-27"
            })
    void readsVisibleDates(String text, String language, String iso) {
        assertEquals(Optional.of(iso), Dates.find(text, language).map(Dates.Found::iso));
    }

    @Test
    void versionsPricesAndPhonesAreNoDates() {
        for (String text : new String[] {
            "version 1.2.3", "call 555-12-3456", "it cost 12,50 euros in May", "May 2021", "chapter 12", ""
        }) {
            assertTrue(Dates.find(text, "en").isEmpty(), text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-12-27T14:40:00+03:00 | 2021-12-27T14:40:00+03:00",
                "2021-12-27 14:40:00 +0300 | 2021-12-27T14:40:00+03:00",
                "2021-12-27T14:40Z | 2021-12-27T14:40Z",
                "2021-12-27 | 2021-12-27",
                "20211227 | 2021-12-27",
                "1640605200 | 2021-12-27T11:40:00Z",
                "Mon, 27 Dec 2021 11:40:00 GMT | 2021-12-27T11:40:00Z",
                "December 27, 2021 | 2021-12-27"
            })
    void readsWhatMachinesWrite(String text, String iso) {
        assertEquals(Optional.of(iso), IsoDates.of(text, "en"));
    }

    @Test
    void aDateLineSaysLittleElse() {
        assertTrue(Dates.mostly("December 27, 2021", false));
        assertTrue(Dates.mostly("Published: December 27, 2021, 14:40", false));
        assertFalse(Dates.mostly("The bridge was closed on December 27, 2021 after a flood in the valley.", false));
    }
}
