package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTest {
    /** The bar stands where the dateline ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BERLIN, 12 July — |The government said",
                "LONDON — |The government said",
                "Paris (AFP) – |Die Regierung",
                "WASHINGTON, July 17 (Reuters) - |The president",
                "ISTANBUL (AA) - |Bakan",
                "Madrid, 12 jul (EFE).- |El Gobierno",
                "(ANSA) - ROMA, 12 LUG - |Il premier",
                "МОСКВА, 3 мая. /ТАСС/. |Президент",
                "МОСКВА, 1 июл — РИА Новости. |Президент",
                "新华社北京7月17日电（记者王小明）|国务院总理",
                "【ワシントン共同】|米大統領は",
                "（中央社記者王小明台北17日電）|行政院",
                "(서울=연합뉴스) 홍길동 기자 = |정부는",
                "القاهرة (رويترز) - |قال مسؤول"
            })
    void datelinesEndWhereTheTextBegins(String line) {
        int end = line.indexOf('|');
        assertEquals(Optional.of(end), Datelines.end(line.replace("|", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USA – Land of the free",
                "UPDATE — The minister has resigned",
                "The bridge — closed since May — will be rebuilt",
                "In May — after a flood — the town was empty",
                "Apple – Reuters reported that on Monday",
                "In der Stadt (AP) war es still",
                "Mehr (MAP) als je zuvor",
                "中国外交部（北京）发言人说",
                "NEW: The government said on Friday"
            })
    void ordinarySentencesHaveNone(String line) {
        assertEquals(Optional.empty(), Datelines.end(line));
    }
}
